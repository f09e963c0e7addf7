-- What a directive says beside its words, as it stood when its visit was confirmed.
alter table directives
  add column means text[] not null default '{}',
  add column goals text[] not null default '{}',
  add column quantities text[] not null default '{}';

-- Since when the sites of a visit are looked up among what the county knows. Reports that were read before have none
-- yet: housekeeping looks their sites up, once.
alter table visits add column sites_looked_up_at timestamptz;
create index visits_to_look_up on visits (county, id) where sites_looked_up_at is null;

-- Which known place or organisation a confirmed visit came to, under which names. `day` is the day of the visit, or
-- the one of its confirmation where that is not known.
create table visit_arrivals (
  county text not null,
  visit uuid not null,
  kind text not null check (kind in ('place', 'organisation')),
  known uuid not null,
  by text not null check (by in ('name', 'alias', 'short', 'person')),
  names text[] not null,
  day date not null,
  primary key (county, visit, kind, known),
  foreign key (county, visit) references visits (county, id)
);
create index visit_arrivals_at on visit_arrivals (county, kind, known, day desc, visit desc);
select bind_to_county('visit_arrivals');
grant select, insert on visit_arrivals to daqiao_app;
