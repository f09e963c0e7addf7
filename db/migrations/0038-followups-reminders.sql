-- Of which due day somebody was reminded already, and how often since it passed: a reminder is sent once.
create table followup_reminders (
  county text not null,
  followup uuid not null,
  due_day date not null,
  round int not null, -- 0: it comes near; 1, 2 …: it has passed, every five working days
  at timestamptz not null,
  primary key (county, followup, due_day, round),
  foreign key (county, followup) references followups (county, id)
);
select bind_to_county('followup_reminders');
grant select, insert on followup_reminders to daqiao_app;
