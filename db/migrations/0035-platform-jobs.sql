-- Work that may be late, written in the transaction of the command that wants it. Done work leaves no row: what
-- waits, what runs under a lease, and what failed so often that a person has to look (dead).
create table jobs (
  county text not null,
  id uuid not null,
  kind text not null,
  key text, -- of a kind and key at most one waits
  payload jsonb not null,
  state text not null check (state in ('waiting', 'running', 'dead')),
  due_at timestamptz not null,
  attempts int not null default 0,
  claimed_by text,
  claimed_until timestamptz,
  error text, -- of the last attempt
  at timestamptz not null,
  primary key (county, id),
  check ((state = 'running') = (claimed_until is not null))
);
create index jobs_waiting on jobs (due_at) where state = 'waiting';
create index jobs_running on jobs (claimed_until) where state = 'running';
create index jobs_dead on jobs (county, at, id) where state = 'dead';
create unique index one_waiting_job_of_a_key on jobs (county, kind, key) where key is not null and state = 'waiting';
select bind_to_county('jobs');
grant select, insert, update, delete on jobs to daqiao_app;
create policy working on jobs to daqiao_system using (true) with check (true);
grant select, insert, update, delete on jobs to daqiao_system;
