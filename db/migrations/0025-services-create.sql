-- Typing slips are found by trigrams of the sound of a name (0026 asks for it too). pg_trgm is a trusted extension:
-- whoever owns the database may create it.
create extension if not exists pg_trgm;

-- The county's services: one row is a card, told in plain words. What happened to a card stands in the events;
-- checked_on, checked_by and withdrawn_at are projections of the last check and withdrawal, written with them.
create table services (
  county text not null references counties,
  id uuid not null,
  name text not null,
  name_en text,
  name_order text collate "C" not null, -- pinyin: lists are in its order
  also_called text[] not null default '{}',
  summary text not null,
  summary_en text,
  category text not null,
  who text not null,
  papers jsonb not null default '[]', -- [{name, from}]
  free boolean not null,
  cost text,
  duration text,
  keeper uuid not null,
  keeper_person uuid,
  phone text,
  legal_basis text,
  languages text[] not null default '{}',
  online text,
  version int not null default 1,
  checked_on date not null,
  checked_by uuid,
  warned_on date, -- of the warning since the last check, if any
  withdrawn_at timestamptz,
  added_by uuid,
  added_at timestamptz not null,
  primary key (county, id),
  check (jsonb_typeof(papers) = 'array'),
  foreign key (county, keeper) references organisations (county, id),
  foreign key (county, keeper_person) references people (county, id)
);
create index services_open on services (county, name_order, id) where withdrawn_at is null;
create index services_of_category on services (county, category, name_order, id) where withdrawn_at is null;
create index services_of_keeper on services (county, keeper, name_order, id) where withdrawn_at is null;
create index services_by_check on services (county, checked_on, id) where withdrawn_at is null;
create index services_in_order on services (county, name_order, id);
select bind_to_county('services');
grant select, insert, update on services to daqiao_app;

-- At which places a service is given, in the order of the card; hours where they are not those of the place.
create table service_places (
  county text not null,
  service uuid not null,
  place uuid not null,
  position int not null,
  hours jsonb check (hours is null or jsonb_typeof(hours) = 'array'), -- [{rule, from, until}], the rule by RFC 5545
  note text,
  -- By which open data names the pair: made from both, the same whenever it is said again.
  id uuid not null generated always as (md5(service::text || place::text)::uuid) stored,
  primary key (county, service, place),
  unique (county, id),
  foreign key (county, service) references services (county, id),
  foreign key (county, place) references places (county, id)
);
create index service_places_at on service_places (county, place);
select bind_to_county('service_places');
grant select, insert, delete on service_places to daqiao_app;

create table service_checks (
  county text not null,
  id uuid not null,
  service uuid not null,
  day date not null,
  person uuid,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, service) references services (county, id)
);
create index service_checks_of on service_checks (county, service, at);
select bind_to_county('service_checks');
grant select, insert on service_checks to daqiao_app;

create table service_withdrawals (
  county text not null,
  id uuid not null,
  service uuid not null,
  reason text not null,
  person uuid,
  at timestamptz not null,
  restored_by uuid,
  restored_at timestamptz,
  primary key (county, id),
  foreign key (county, service) references services (county, id)
);
create unique index one_withdrawal_at_a_time on service_withdrawals (county, service) where restored_at is null;
select bind_to_county('service_withdrawals');
grant select, insert, update on service_withdrawals to daqiao_app;

-- After how many days without a check a card is stale, and after how many more the public no longer sees it. A county
-- that says nothing has 180 and 60.
create table service_freshness (
  county text not null references counties,
  stale_after int not null check (stale_after between 7 and 1095),
  hide_after int not null check (hide_after between 7 and 1095),
  person uuid,
  at timestamptz not null,
  primary key (county)
);
select bind_to_county('service_freshness');
grant select, insert, update on service_freshness to daqiao_app;

-- What a service is found by; its row is read without it.
create table service_entries (
  county text not null,
  service uuid not null,
  name text not null,
  name_order text collate "C" not null,
  names text[] not null, -- what else it is called
  sound text not null, -- of the names: pinyin without tones, folded as people mix sounds up
  terms tsvector not null,
  checked_on date not null,
  live boolean not null, -- not withdrawn
  primary key (county, service),
  foreign key (county, service) references services (county, id)
);
alter table service_entries alter column terms set storage external;
alter table service_entries set (toast_tuple_target = 512);
create index service_entries_terms on service_entries using gin (terms) with (fastupdate = off);
create index service_entries_sound on service_entries using gin (sound gin_trgm_ops);
select bind_to_county('service_entries');
grant select, insert, update on service_entries to daqiao_app;

-- As with the places (0010): words and trigrams are searched through a view whose owner is not bound by the row rule,
-- and which names the county of the transaction itself.
create policy listing on service_entries for select to daqiao_system using (true);
grant select on service_entries to daqiao_system;
create view service_directory as
  select county, 'service'::text as kind, service as id, name, name_order, names, sound, terms, checked_on, live
  from service_entries where county = current_setting('app.county', true);
grant create on schema public to daqiao_system;
alter view service_directory owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on service_directory to daqiao_app;

create view fact_service_offered with (security_invoker) as
  select county, (added_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, keeper as organisation,
         null::uuid as place, null::uuid as programme, 'service' as record_kind, id as record_id
  from services;
grant select on fact_service_offered to daqiao_app;
