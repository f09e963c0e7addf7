-- Row-level security keeps an index of words from being used, because its operator is not leakproof: a search would
-- read every visit of the county. This view is owned by daqiao_system, shows only the county of the transaction and
-- nothing but ids and terms, and lets the planner use the index below it.
create policy listing on visits for select to daqiao_system using (true);
grant select on visits to daqiao_system;
create view visit_terms as
  select county, id, terms from visits where county = current_setting('app.county', true);
grant create on schema public to daqiao_system;
alter view visit_terms owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on visit_terms to daqiao_app;
