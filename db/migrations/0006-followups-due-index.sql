-- A period of due days is asked for over all states, while followups_by_due puts what has ended last.
create index followups_by_due_day on followups (county, due_day, id) where due_day is not null;
