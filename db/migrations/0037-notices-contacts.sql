-- Where people want to be told, and what the county has decided about it.
create table contact_addresses (
  county text not null,
  person uuid not null,
  channel text not null check (channel in ('wecom', 'sms', 'smtp')),
  address text not null,
  language text not null check (language in ('zh', 'en')),
  set_by uuid,
  at timestamptz not null,
  primary key (county, person, channel),
  foreign key (county, person) references people (county, id)
);
select bind_to_county('contact_addresses');
grant select, insert, update, delete on contact_addresses to daqiao_app;

create table notice_settings (
  county text not null references counties,
  quiet_from text not null check (quiet_from ~ '^\d\d:\d\d$'),
  quiet_to text not null check (quiet_to ~ '^\d\d:\d\d$'),
  working_days_only boolean not null,
  gather_minutes int not null check (gather_minutes between 0 and 240), -- what comes within it goes out together
  set_by uuid,
  at timestamptz not null,
  primary key (county)
);
select bind_to_county('notice_settings');
grant select, insert, update on notice_settings to daqiao_app;
