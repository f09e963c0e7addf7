-- What people brought in spreadsheets. What happened to an import stands in the events; state is the projection of its
-- last one, written in the same transaction.
create table imports (
  county text not null references counties,
  id uuid not null,
  kind text not null,
  file uuid not null,
  file_name text not null,
  sha256 text not null,
  person uuid not null,
  language text not null, -- in which its background work speaks
  at timestamptz not null,
  state text not null check (state in ('uploaded', 'tried', 'applying', 'stopped', 'applied', 'undoing', 'undone')),
  sheets jsonb not null, -- their names, in order
  sheet int,
  header int,
  header_rows int,
  columns jsonb,
  tried_at timestamptz,
  ended_at timestamptz,
  halted jsonb, -- why it stopped by itself, in both languages
  primary key (county, id),
  foreign key (county, file) references files (county, id),
  foreign key (county, person) references people (county, id)
);
create index imports_in_time on imports (county, id desc);
create index imports_of_bytes on imports (county, sha256);
create index imports_at_work on imports (county, id) where state in ('applying', 'undoing');
select bind_to_county('imports');
grant select, insert, update on imports to daqiao_app;
create policy housekeeping on imports to daqiao_system using (true);
grant select on imports to daqiao_system;

-- Each row as the file has it, what the dry run found, what a person decided, and what became of it. Cleared after a
-- while: a file of people is not kept for ever, and then the import can no longer be taken back.
create table import_rows (
  county text not null,
  import uuid not null,
  row int not null, -- as the file counts
  record uuid not null, -- the id of the new record, if it becomes one
  cells jsonb not null,
  hidden boolean not null,
  title text not null,
  vals jsonb,
  faults jsonb not null,
  notes jsonb not null,
  match jsonb,
  sure text check (sure in ('exact', 'likely')),
  after uuid, -- the record of a row that must be there first
  level int not null,
  choice text check (choice in ('new', 'skip', 'merge')), -- null: wrong, or not decided yet
  outcome text check (outcome in ('added', 'merged', 'refused', 'undone', 'kept')),
  why jsonb,
  before jsonb, -- what stood in the record that was merged into
  command uuid, -- that wrote it
  primary key (county, import, row),
  foreign key (county, import) references imports (county, id)
);
create index import_rows_to_write on import_rows (county, import, level, row)
  where outcome is null and choice in ('new', 'merge');
create index import_rows_to_undo on import_rows (county, import, level desc, row desc)
  where outcome in ('added', 'merged');
select bind_to_county('import_rows');
grant select, insert, update, delete on import_rows to daqiao_app;
create policy housekeeping on import_rows to daqiao_system using (true);
grant select, delete on import_rows to daqiao_system;
