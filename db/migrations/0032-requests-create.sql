-- What people send the county: suggestions, complaints, questions. What happened to one stands in request_steps; state,
-- state_since, owner, due_day and steps are the projection of its last step, written in the same transaction.
create table requests (
  county text not null references counties,
  id uuid not null,
  number text not null check (number ~ '^[2-9]\d{11}$'), -- twelve digits that nobody can guess, the last one checks
  kind text not null check (kind in ('suggestion', 'complaint', 'question')),
  text text not null,
  about_kind text,
  about_id uuid,
  about_name text, -- as it was called then
  language text not null check (language in ('zh', 'en')),
  channel text not null check (channel in ('web', 'hall', 'staff')),
  code_hash text, -- with the number it opens a request that has no phone
  state text not null check (state in ('received', 'handed-on', 'answered', 'closed')),
  state_since timestamptz not null,
  owner uuid,
  due_day date,
  steps int not null,
  sent_at timestamptz not null,
  taken_by uuid, -- the member of staff who wrote it down for somebody
  terms tsvector not null,
  primary key (county, id),
  unique (county, number),
  foreign key (county, owner) references organisations (county, id),
  check ((about_kind is null) = (about_id is null) and (about_id is null) = (about_name is null)),
  check (owner is not null or state <> 'handed-on')
);
alter table requests alter column terms set storage external;
alter table requests set (toast_tuple_target = 512);
create index requests_in_time on requests (county, sent_at desc, id);
create index requests_by_state on requests (county, state, sent_at desc, id);
create index requests_of_owner on requests (county, owner, sent_at desc, id);
create index requests_about on requests (county, about_kind, about_id) where about_id is not null;
select bind_to_county('requests');
grant select, insert, update on requests to daqiao_app;
create policy housekeeping on requests for select to daqiao_system using (true);
grant select on requests to daqiao_system;

-- Who sent it: apart from it, so that it goes when it is no longer needed, and nobody sees it in passing.
create table request_contacts (
  county text not null,
  request uuid not null,
  name text,
  phone text,
  primary key (county, request),
  foreign key (county, request) references requests (county, id),
  check (name is not null or phone is not null)
);
create index request_contacts_by_phone on request_contacts (county, phone) where phone is not null;
select bind_to_county('request_contacts');
grant select, insert on request_contacts to daqiao_app;
create policy housekeeping on request_contacts to daqiao_system using (true) with check (true);
grant select, delete on request_contacts to daqiao_system;

-- Every change is a row, and so is every look at who sent it. Nobody may change or delete one.
create table request_steps (
  county text not null,
  id uuid not null,
  request uuid not null,
  position int not null,
  kind text not null check (kind in ('sent', 'handed-on', 'passed-on', 'answered', 'closed', 'contact-seen')),
  state text not null, -- after the step
  person uuid,
  organisation uuid,
  at timestamptz not null,
  text text,
  owner uuid,
  due_day date,
  primary key (county, id),
  unique (county, request, position),
  foreign key (county, request) references requests (county, id)
);
select bind_to_county('request_steps');
grant select, insert on request_steps to daqiao_app;

create view fact_request_sent with (security_invoker) as
  select county, (sent_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, owner as organisation,
         case when about_kind = 'place' then about_id end as place, null::uuid as programme,
         'request' as record_kind, id as record_id
  from requests;
grant select on fact_request_sent to daqiao_app;
create view fact_request_answered with (security_invoker) as
  select s.county, (s.at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, r.owner as organisation,
         case when r.about_kind = 'place' then r.about_id end as place, null::uuid as programme,
         'request' as record_kind, r.id as record_id
  from request_steps s join requests r on r.county = s.county and r.id = s.request
  where s.kind = 'answered'
    and not exists (select from request_steps e where e.county = s.county and e.request = s.request
                    and e.kind = 'answered' and e.position < s.position);
grant select on fact_request_answered to daqiao_app;
