-- "What must be done": few of many, counted and paged by this index alone.
create index followups_by_force on followups (county, force, kind, due_key, id);
