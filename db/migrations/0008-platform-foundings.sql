-- What an installation began with, once it is whole: a demo that was cut off while it loaded is loaded anew.
create table foundings (
  what text not null primary key check (what in ('demo', 'real')),
  at timestamptz not null
);
grant select, insert on foundings to daqiao_system;
