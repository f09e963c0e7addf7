-- A follow-up comes from a visit, or from a request of the public that was handed on.
alter table followups alter column visit drop not null;
alter table followups add column request uuid;
alter table followups add foreign key (county, request) references requests (county, id);
alter table followups add check (num_nonnulls(visit, request) = 1);
create index followups_of_request on followups (county, request) where request is not null;
create unique index one_followup_of_a_request on followups (county, request)
  where request is not null and reopen_of is null;
-- The view was made before the column: it shows what it names.
create or replace view followup_list as
  select * from followups where county = current_setting('app.county', true);
