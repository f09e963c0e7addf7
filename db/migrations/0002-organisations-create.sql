create table counties (
  county text not null primary key check (county ~ '^\d{6}$'), -- GB/T 2260
  name text not null,
  name_en text not null
);
select bind_to_county('counties');
grant select, insert on counties to daqiao_app;
create policy signing_in on counties to daqiao_system using (true);
grant select on counties to daqiao_system;

-- `path` holds the organisation's ancestors from the root down, and itself last: a subtree is one index scan.
create table organisations (
  county text not null references counties,
  id uuid not null,
  parent uuid,
  path uuid[] not null check (path[array_length(path, 1)] = id),
  kind text not null,
  name text not null,
  name_en text,
  short_name text not null,
  terms tsvector not null,
  at timestamptz not null,
  primary key (county, id),
  unique (county, name),
  foreign key (county, parent) references organisations (county, id)
);
create unique index one_root_organisation on organisations (county) where parent is null;
create index organisations_below on organisations using gin (path);
create index organisations_terms on organisations using gin (terms);
create index organisations_by_name on organisations (county, name, id);
select bind_to_county('organisations');
grant select, insert, update on organisations to daqiao_app;

create table organisation_closures (
  county text not null,
  organisation uuid not null,
  day date not null,
  reason text not null,
  person uuid,
  at timestamptz not null,
  primary key (county, organisation),
  foreign key (county, organisation) references organisations (county, id)
);
select bind_to_county('organisation_closures');
grant select, insert on organisation_closures to daqiao_app;
