-- One outbox for all slices. A notice is what one recipient shall learn; a matter is all the notices of one cause.
-- What it says stands in its values until it is cleared; deliveries tell by which way it went, and how that ended.
create table notices (
  county text not null,
  id uuid not null,
  matter uuid not null,
  template text not null,
  "values" jsonb, -- null once it was cleared
  about_kind text,
  about_id uuid,
  urgency text not null check (urgency in ('urgent', 'normal', 'low')),
  organisation uuid, -- on whose behalf, and whose people look after it
  person uuid, -- an account
  name text, -- of somebody without one
  email text,
  phone text,
  language text not null check (language in ('zh', 'en')),
  at timestamptz not null,
  planned_at timestamptz,
  read_at timestamptz,
  primary key (county, id),
  check ((about_kind is null) = (about_id is null)),
  check (person is null or name is null)
);
create index notices_of_person on notices (county, person, at desc, id desc) where person is not null;
create index notices_unread on notices (county, person) where person is not null and read_at is null;
create index notices_of_matter on notices (county, matter);
create index notices_in_time on notices (at);
select bind_to_county('notices');
grant select, insert, update on notices to daqiao_app;
create policy housekeeping on notices to daqiao_system using (true) with check (true);
grant select, update, delete on notices to daqiao_system;

create table notice_deliveries (
  county text not null,
  id uuid not null,
  notice uuid not null,
  channel text not null check (channel in ('page', 'wecom', 'sms', 'smtp', 'call')),
  template text not null,
  organisation uuid,
  address text,
  address_key text, -- its hash: what waits for one address is found without it
  state text not null check (state in ('waiting', 'sent', 'held', 'refused', 'bounced', 'given-up', 'dropped')),
  fault text, -- why, as a code
  detail text, -- the other side's code
  note text, -- what a person wrote
  attempts int not null default 0,
  due_at timestamptz not null,
  message uuid, -- the message in which it went out, several of them may share one
  ended_at timestamptz,
  at timestamptz not null,
  primary key (county, id),
  foreign key (county, notice) references notices (county, id)
);
create index notice_deliveries_in_time on notice_deliveries (county, at desc, id desc);
create index notice_deliveries_by_state on notice_deliveries (county, state, at desc, id desc);
create index notice_deliveries_by_channel on notice_deliveries (county, channel, at desc, id desc);
create index notice_deliveries_by_both on notice_deliveries (county, channel, state, at desc, id desc);
create index notice_deliveries_by_template on notice_deliveries (county, template, at desc, id desc);
create index notice_deliveries_of_organisation on notice_deliveries (county, organisation, at desc, id desc);
create index notice_deliveries_of on notice_deliveries (county, notice);
create index notice_deliveries_to_send on notice_deliveries (county, channel, address_key) where state = 'waiting';
select bind_to_county('notice_deliveries');
grant select, insert, update on notice_deliveries to daqiao_app;
create policy housekeeping on notice_deliveries to daqiao_system using (true) with check (true);
grant select, update, delete on notice_deliveries to daqiao_system;

-- Addresses to which nothing is sent until a person has looked.
create table notice_stops (
  county text not null,
  id uuid not null,
  channel text not null,
  address text not null,
  address_key text not null,
  fault text not null,
  detail text,
  at timestamptz not null,
  person uuid, -- who reported it; null where the other side said so
  cleared_by uuid,
  cleared_at timestamptz,
  primary key (county, id)
);
create unique index one_stop_of_an_address on notice_stops (county, channel, address_key) where cleared_at is null;
select bind_to_county('notice_stops');
grant select, insert, update on notice_stops to daqiao_app;
create policy housekeeping on notice_stops to daqiao_system using (true) with check (true);
grant select, delete on notice_stops to daqiao_system;

-- Nobody was told: raised once for each matter, answered by a person, or by somebody reading it after all.
create table notice_alarms (
  county text not null,
  matter uuid not null,
  template text not null,
  organisation uuid,
  why text not null check (why in ('nobody-known', 'no-way', 'all-failed', 'unread')),
  at timestamptz not null,
  answer text check (answer in ('told', 'read', 'needless')),
  note text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (county, matter),
  check ((answer is null) = (answered_at is null))
);
create index notice_alarms_open on notice_alarms (county, at, matter) where answered_at is null;
select bind_to_county('notice_alarms');
grant select, insert, update on notice_alarms to daqiao_app;
create policy housekeeping on notice_alarms to daqiao_system using (true) with check (true);
grant select, delete on notice_alarms to daqiao_system;
