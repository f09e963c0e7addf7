-- The county's places: where activities are, visits go, people are received. `path` holds a place's ancestors from the
-- top down, and itself last. What happened to a place stands in the events; closed_at is the projection of its last
-- closure, written in the same transaction, and open lists have indexes of their own by it.
create table places (
  county text not null references counties,
  id uuid not null,
  parent uuid,
  path uuid[] not null check (path[array_length(path, 1)] = id and array_length(path, 1) <= 6),
  kind text not null,
  name text not null,
  name_order text collate "C" not null, -- pinyin: lists are in its order
  village text collate "C" check (village ~ '^\d{12}$'), -- statistical code
  keeper uuid not null,
  keeper_person uuid,
  phone text,
  address text,
  accessibility text[] not null default '{}',
  languages text[] not null default '{}',
  note text,
  version int not null default 1,
  closed_at timestamptz,
  added_by uuid,
  added_at timestamptz not null,
  terms tsvector not null,
  primary key (county, id),
  check (parent is distinct from id),
  foreign key (county, parent) references places (county, id),
  foreign key (county, keeper) references organisations (county, id),
  foreign key (county, keeper_person) references people (county, id)
);
-- The words of a row stand outside of it: counting and paging do not read them.
alter table places alter column terms set storage external;
alter table places set (toast_tuple_target = 512);
create index places_open on places (county, name_order, id) where closed_at is null;
create index places_of_kind on places (county, kind, name_order, id) where closed_at is null;
create index places_of_keeper on places (county, keeper, name_order, id) where closed_at is null;
create index places_in_village on places (county, village) where closed_at is null;
create index places_closed on places (county, name_order, id) where closed_at is not null;
create index places_under on places (county, parent, name_order, id);
create index places_below on places using gin (path);
create index places_terms on places using gin (terms) with (fastupdate = off);
select bind_to_county('places');
grant select, insert, update on places to daqiao_app;

-- As with the follow-ups (0005): words and arrays are searched through a view whose owner is not bound by the row
-- rule, and which names the county of the transaction itself.
create policy listing on places for select to daqiao_system using (true);
grant select on places to daqiao_system;
create view place_list as
  select * from places where county = current_setting('app.county', true);
grant create on schema public to daqiao_system;
alter view place_list owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on place_list to daqiao_app;

create table place_closures (
  county text not null,
  id uuid not null,
  place uuid not null,
  reason text not null,
  person uuid,
  at timestamptz not null,
  reopened_by uuid,
  reopened_at timestamptz,
  primary key (county, id),
  foreign key (county, place) references places (county, id)
);
create unique index one_closure_at_a_time on place_closures (county, place) where reopened_at is null;
select bind_to_county('place_closures');
grant select, insert, update on place_closures to daqiao_app;

-- Every name of a place, its own and what it is also called. A live one is neither dropped nor of a closed place:
-- then it means this place and no other.
create table place_names (
  county text not null,
  id uuid not null,
  place uuid not null,
  own boolean not null,
  text text not null,
  key text not null, -- as names are compared
  source text check ((source is null) = own),
  about_kind text, -- the record in which it was found
  about_id uuid,
  person uuid,
  at timestamptz not null,
  dropped_by uuid,
  dropped_at timestamptz,
  live boolean not null,
  primary key (county, id),
  check ((about_kind is null) = (about_id is null)),
  check (not (live and dropped_at is not null)),
  foreign key (county, place) references places (county, id)
);
create unique index one_place_of_a_name on place_names (county, key) where live;
create unique index one_own_name on place_names (county, place) where own;
create index place_names_of on place_names (county, place);
select bind_to_county('place_names');
grant select, insert, update on place_names to daqiao_app;

-- What each name comes down to. Unlike a name, a short form may mean several places.
create table place_short_names (
  county text not null,
  name uuid not null,
  key text not null,
  township text, -- that the name itself says, or that the place's village lies in
  primary key (county, name, key),
  foreign key (county, name) references place_names (county, id)
);
create index place_short_names_by_key on place_short_names (county, key);
select bind_to_county('place_short_names');
grant select, insert, delete on place_short_names to daqiao_app;

create view fact_place_registered with (security_invoker) as
  select county, (added_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, keeper as organisation,
         id as place, null::uuid as programme, 'place' as record_kind, id as record_id
  from places;
grant select on fact_place_registered to daqiao_app;
