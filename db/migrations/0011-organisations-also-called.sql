-- What an organisation is called beside its full and its short name: 农发园, 人社局. No two organisations of the county
-- that are not closed answer to one name; the commands see to it, since a closed one keeps the names that it had.
create table organisation_names (
  county text not null,
  organisation uuid not null,
  name text not null check (name <> ''),
  person uuid,
  at timestamptz not null,
  primary key (county, organisation, name),
  foreign key (county, organisation) references organisations (county, id)
);
create index organisation_names_by_name on organisation_names (county, name);
select bind_to_county('organisation_names');
grant select, insert, delete on organisation_names to daqiao_app;

create index organisations_by_short_name on organisations (county, short_name);
