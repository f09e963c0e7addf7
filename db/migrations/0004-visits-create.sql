-- A report that was read. `reading` is what the reader took and never changes; `content` is what people made of it.
-- Names of persons in it are those of people in public office, kept inside the visit and nowhere else.
create table visits (
  county text not null references counties,
  id uuid not null,
  organisation uuid not null,
  recorded_by uuid,
  at timestamptz not null,
  source_name text,
  original text not null,
  text_hash text not null, -- of the repaired text without spaces and punctuation: the same report in another dress
  reading jsonb not null,
  content jsonb not null,
  version int not null,
  terms tsvector not null,
  primary key (county, id),
  foreign key (county, organisation) references organisations (county, id)
);
create index visits_by_text on visits (county, text_hash);
create index visits_terms on visits using gin (terms);
select bind_to_county('visits');
grant select, insert, update on visits to daqiao_app;

create table visit_confirmations (
  county text not null,
  visit uuid not null,
  day date, -- null when a person said that it is not known
  person uuid,
  at timestamptz not null,
  primary key (county, visit),
  foreign key (county, visit) references visits (county, id)
);
select bind_to_county('visit_confirmations');
grant select, insert on visit_confirmations to daqiao_app;

create table visit_dismissals (
  county text not null,
  visit uuid not null,
  reason text not null,
  person uuid,
  at timestamptz not null,
  primary key (county, visit),
  foreign key (county, visit) references visits (county, id)
);
select bind_to_county('visit_dismissals');
grant select, insert on visit_dismissals to daqiao_app;

-- What a confirmed visit asked for, as it stood when it was confirmed.
create table directives (
  county text not null,
  id uuid not null,
  visit uuid not null,
  number int not null,
  text text not null,
  force text not null check (force in ('must', 'should', 'hoped', 'advised')),
  subject text,
  theme text,
  measurable boolean not null,
  deadline text,
  places jsonb not null,
  spans jsonb not null,
  primary key (county, id),
  unique (county, visit, number),
  foreign key (county, visit) references visits (county, id)
);
select bind_to_county('directives');
grant select, insert on directives to daqiao_app;

create view fact_visit_held with (security_invoker) as
  select v.county, coalesce(c.day, (c.at at time zone 'Asia/Shanghai')::date) as day, 1::numeric as amount, v.organisation,
         null::uuid as place, null::uuid as programme, 'visit' as record_kind, v.id as record_id
  from visits v join visit_confirmations c on c.county = v.county and c.visit = v.id;
grant select on fact_visit_held to daqiao_app;

create view fact_directive_given with (security_invoker) as
  select d.county, coalesce(c.day, (c.at at time zone 'Asia/Shanghai')::date) as day, count(*)::numeric as amount, v.organisation,
         null::uuid as place, null::uuid as programme, 'visit' as record_kind, v.id as record_id
  from directives d
  join visits v on v.county = d.county and v.id = d.visit
  join visit_confirmations c on c.county = v.county and c.visit = v.id
  group by d.county, c.day, c.at, v.organisation, v.id;
grant select on fact_directive_given to daqiao_app;
