-- The running number of a county's follow-ups, year by year.
create table followup_numbers (
  county text not null references counties,
  year int not null,
  last int not null,
  primary key (county, year)
);
select bind_to_county('followup_numbers');
grant select, insert, update on followup_numbers to daqiao_app;

-- One directive of a visit until it is done. What happened to it stands in followup_steps; state, state_since,
-- steps and updated_at are the projection of its last step, written in the same transaction.
create table followups (
  county text not null references counties,
  id uuid not null,
  number text not null,
  number_key bigint not null, -- year and running number, for sorting
  visit uuid not null,
  directive uuid, -- null where a remark opened it
  reopen_of uuid,
  quote text not null,
  force text not null check (force in ('must', 'should', 'hoped', 'advised')),
  kind text not null check (kind in ('task', 'principle')),
  subject text,
  theme text,
  measurable boolean not null,
  deadline text, -- in the report's own words: a hint, never a due day
  places jsonb not null,
  said_by text,
  said_as text,
  said_on date,
  state text not null check (state in ('open', 'assigned', 'underway', 'closing', 'returned', 'closed', 'withdrawn')),
  state_since timestamptz not null,
  lead uuid,
  supporting uuid[] not null default '{}',
  involved uuid[] not null default '{}', -- lead, supporting, and those with a part: who may see it
  due_day date, -- empty until a person sets it
  -- What is still to be done comes in the order of its due day, without one after those, what has ended last.
  due_key date not null generated always as (
    case when state in ('closed', 'withdrawn') then date '9999-12-31' else coalesce(due_day, date '9999-12-30') end
  ) stored,
  pending_extension uuid,
  steps int not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  terms tsvector not null,
  primary key (county, id),
  unique (county, number_key),
  foreign key (county, visit) references visits (county, id),
  foreign key (county, lead) references organisations (county, id),
  foreign key (county, reopen_of) references followups (county, id),
  check (lead is not null or state in ('open', 'withdrawn'))
);
-- The search terms of a row are larger than all the rest of it: they stand apart, so that a page of the list is read quickly.
alter table followups alter column terms set storage external;
alter table followups set (toast_tuple_target = 512);
create unique index one_followup_of_a_directive on followups (county, directive) where directive is not null;
create index followups_by_due on followups (county, due_key, id);
create index followups_by_state on followups (county, state, due_key, id);
create index followups_by_lead on followups (county, lead, due_key, id);
create index followups_by_update on followups (county, updated_at, id);
create index followups_of_visit on followups (county, visit, due_key, id);
create index followups_by_theme on followups (county, theme) where theme is not null;
create index followups_reopened on followups (county, reopen_of) where reopen_of is not null;
create index followups_with_request on followups (county, state_since) where pending_extension is not null;
create index followups_involving on followups using gin (involved);
create index followups_terms on followups using gin (terms) with (fastupdate = off);
select bind_to_county('followups');
grant select, insert, update on followups to daqiao_app;

-- Row-level security keeps an index of words or arrays from being used: their operators are not leakproof, so the
-- county's rows would be read one by one. The list therefore reads this view. Its owner sees every county, the
-- view itself only the one of the transaction, and the planner may use any index below it.
create policy listing on followups for select to daqiao_system using (true);
grant select on followups to daqiao_system;
create view followup_list as
  select * from followups where county = current_setting('app.county', true);
grant create on schema public to daqiao_system;
alter view followup_list owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on followup_list to daqiao_app;

-- Every change of a follow-up is a row: who, on whose behalf, when, what. Nobody may change or delete one.
create table followup_steps (
  county text not null,
  id uuid not null,
  followup uuid not null,
  position int not null,
  kind text not null,
  state text not null, -- after the step
  person uuid,
  organisation uuid,
  at timestamptz not null,
  day date not null, -- in China
  text text,
  due_day date,
  lead uuid,
  files uuid[] not null default '{}',
  primary key (county, id),
  unique (county, followup, position),
  foreign key (county, followup) references followups (county, id)
);
create index followup_steps_by_kind on followup_steps (county, kind, day);
select bind_to_county('followup_steps');
grant select, insert on followup_steps to daqiao_app;

create table followup_extensions (
  county text not null,
  id uuid not null,
  followup uuid not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  reason text not null,
  person uuid,
  organisation uuid,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, followup) references followups (county, id)
);
create index followup_extensions_of on followup_extensions (county, followup);
select bind_to_county('followup_extensions');
grant select, insert on followup_extensions to daqiao_app;

create table followup_extension_decisions (
  county text not null,
  extension uuid not null,
  granted boolean not null,
  reason text,
  person uuid,
  at timestamptz not null,
  primary key (county, extension),
  foreign key (county, extension) references followup_extensions (county, id)
);
select bind_to_county('followup_extension_decisions');
grant select, insert on followup_extension_decisions to daqiao_app;

create table followup_parts (
  county text not null,
  id uuid not null,
  followup uuid not null,
  organisation uuid not null,
  text text not null,
  due_day date,
  person uuid,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, followup) references followups (county, id),
  foreign key (county, organisation) references organisations (county, id)
);
create index followup_parts_of on followup_parts (county, followup);
create index followup_parts_at on followup_parts (county, organisation);
select bind_to_county('followup_parts');
grant select, insert on followup_parts to daqiao_app;

create table followup_part_completions (
  county text not null,
  part uuid not null,
  person uuid,
  text text,
  at timestamptz not null,
  primary key (county, part),
  foreign key (county, part) references followup_parts (county, id)
);
select bind_to_county('followup_part_completions');
grant select, insert on followup_part_completions to daqiao_app;

-- Filters that a person keeps under a name; nobody else sees them.
create table followup_views (
  county text not null,
  person uuid not null,
  id uuid not null,
  name text not null,
  query jsonb not null,
  at timestamptz not null,
  primary key (county, person, id),
  unique (county, person, name),
  foreign key (county, person) references people (county, id)
);
select bind_to_county('followup_views');
create policy own_person on followup_views as restrictive to daqiao_app
  using (person::text = current_setting('app.person', true))
  with check (person::text = current_setting('app.person', true));
grant select, insert, delete on followup_views to daqiao_app;

create view fact_followup_opened with (security_invoker) as
  select county, (opened_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, lead as organisation,
         null::uuid as place, null::uuid as programme, 'followup' as record_kind, id as record_id
  from followups;
grant select on fact_followup_opened to daqiao_app;

create view fact_followup_closed with (security_invoker) as
  select s.county, s.day, 1::numeric as amount, f.lead as organisation,
         null::uuid as place, null::uuid as programme, 'followup' as record_kind, f.id as record_id
  from followup_steps s join followups f on f.county = s.county and f.id = s.followup
  where s.kind = 'closed';
grant select on fact_followup_closed to daqiao_app;

create view fact_followup_feedback with (security_invoker) as
  select s.county, s.day, 1::numeric as amount, f.lead as organisation,
         null::uuid as place, null::uuid as programme, 'followup' as record_kind, f.id as record_id
  from followup_steps s join followups f on f.county = s.county and f.id = s.followup
  where s.kind = 'reported';
grant select on fact_followup_feedback to daqiao_app;
