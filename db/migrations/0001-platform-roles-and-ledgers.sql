-- The two roles that the application acts as, and the tables of the platform's own mechanisms.
-- daqiao_app answers for people: row-level security binds it to one county.
-- daqiao_system signs people in and keeps house: it reaches only what is granted to it by name.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['daqiao_app', 'daqiao_system'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of this cluster was quicker
    end;
    -- From PostgreSQL 16 on, who makes a role may administer it but not yet act as it.
    if not pg_has_role(current_user, wanted, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end $$;

grant usage on schema public to daqiao_app, daqiao_system;

-- Every table with a county is bound to it by this one function; a table that forgot it fails a test.
create function bind_to_county(bound regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', bound);
  execute format('alter table %s force row level security', bound);
  execute format(
    'create policy own_county on %s to daqiao_app using (county = current_setting(''app.county'', true)) with check (county = current_setting(''app.county'', true))',
    bound);
end $$;

-- What happened: audit trail, history on the page and outbox in one. Nobody may change or delete a row.
create table events (
  county text not null,
  id uuid not null,
  position bigint generated always as identity,
  at timestamptz not null,
  command uuid not null,
  name text not null,
  subject_kind text not null,
  subject_id uuid not null,
  person uuid,
  organisation uuid,
  data jsonb not null,
  primary key (county, id)
);
create index events_of_subject on events (county, subject_kind, subject_id, position);
create index events_in_time on events (county, position);
select bind_to_county('events');
grant select, insert on events to daqiao_app;
create policy housekeeping on events to daqiao_system using (true) with check (true);
grant select, insert on events to daqiao_system;

-- Commands that have run, by the id that their sender made: the second sending gets the first answer.
create table commands (
  county text not null,
  id uuid not null,
  name text not null,
  person uuid,
  input_hash text not null,
  result jsonb,
  at timestamptz not null,
  primary key (county, id)
);
select bind_to_county('commands');
grant select, insert, update on commands to daqiao_app;
create policy housekeeping on commands to daqiao_system using (true) with check (true);
grant select, delete on commands to daqiao_system;
create index commands_in_time on commands (at);

-- A file's bytes stand once on disk under their hash; a row says who brought it, an owner who may open it.
create table files (
  county text not null,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  type text not null,
  name text not null,
  person uuid,
  at timestamptz not null,
  primary key (county, id)
);
select bind_to_county('files');
grant select, insert on files to daqiao_app;
create policy housekeeping on files to daqiao_system using (true) with check (true);
grant select, delete on files to daqiao_system;
create index files_by_hash on files (sha256);

create table file_owners (
  county text not null,
  file uuid not null,
  owner_kind text not null,
  owner_id uuid not null,
  primary key (county, file),
  foreign key (county, file) references files (county, id)
);
create index file_owners_of_record on file_owners (county, owner_kind, owner_id);
select bind_to_county('file_owners');
grant select, insert on file_owners to daqiao_app;
create policy housekeeping on file_owners to daqiao_system using (true) with check (true);
grant select on file_owners to daqiao_system;
