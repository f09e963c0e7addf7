-- People who work with the platform. Nothing here but who they are at work: no ethnicity, no politics, no score.
create table people (
  county text not null references counties,
  id uuid not null,
  name text not null,
  post text not null default '',
  terms tsvector not null,
  at timestamptz not null,
  primary key (county, id)
);
create index people_terms on people using gin (terms);
create index people_by_name on people (county, name, id);
select bind_to_county('people');
grant select, insert, update on people to daqiao_app;
create policy signing_in on people to daqiao_system using (true);
grant select on people to daqiao_system;

create table credentials (
  county text not null,
  person uuid not null,
  login text not null check (login = lower(login)),
  password_hash text not null,
  must_change boolean not null, -- set with a one-time password, gone with the first own one
  at timestamptz not null,
  primary key (county, person),
  unique (county, login),
  foreign key (county, person) references people (county, id)
);
create index credentials_by_login on credentials (login);
select bind_to_county('credentials');
grant select, insert, update on credentials to daqiao_app;
create policy signing_in on credentials to daqiao_system using (true);
grant select on credentials to daqiao_system;

create table role_grants (
  county text not null,
  id uuid not null,
  person uuid not null,
  role text not null,
  organisation uuid not null,
  granted_by uuid,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references people (county, id),
  foreign key (county, organisation) references organisations (county, id)
);
create index role_grants_of_person on role_grants (county, person);
create index role_grants_at_organisation on role_grants (county, organisation);
select bind_to_county('role_grants');
grant select, insert on role_grants to daqiao_app;
create policy signing_in on role_grants to daqiao_system using (true);
grant select on role_grants to daqiao_system;

create table role_withdrawals (
  county text not null,
  role_grant uuid not null,
  withdrawn_by uuid,
  at timestamptz not null,
  primary key (county, role_grant),
  foreign key (county, role_grant) references role_grants (county, id)
);
select bind_to_county('role_withdrawals');
grant select, insert on role_withdrawals to daqiao_app;

create table suspensions (
  county text not null,
  id uuid not null,
  person uuid not null,
  reason text not null,
  suspended_by uuid,
  at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (county, id),
  foreign key (county, person) references people (county, id)
);
create unique index one_suspension_at_a_time on suspensions (county, person) where lifted_at is null;
select bind_to_county('suspensions');
grant select, insert, update on suspensions to daqiao_app;
create policy signing_in on suspensions to daqiao_system using (true);
grant select on suspensions to daqiao_system;

-- The token itself stays with the browser; here stands its hash.
create table sessions (
  county text not null,
  token_hash text not null,
  person uuid not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, token_hash),
  foreign key (county, person) references people (county, id)
);
create index sessions_of_person on sessions (county, person);
create index sessions_to_expire on sessions (expires_at);
select bind_to_county('sessions');
grant select, insert, update, delete on sessions to daqiao_app;
create policy housekeeping on sessions to daqiao_system using (true) with check (true);
grant select, delete on sessions to daqiao_system;

-- Failed sign-ins are counted by login, known or not: too many in a quarter of an hour and it is locked for a while.
create table sign_in_failures (
  login text not null,
  id uuid not null,
  remote text not null,
  at timestamptz not null,
  primary key (login, id)
);
create index sign_in_failures_in_time on sign_in_failures (at);
grant select, insert, delete on sign_in_failures to daqiao_system;
