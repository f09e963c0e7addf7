-- Equality of scalars inside an exclusion constraint. A trusted extension since PostgreSQL 13: whoever may create in the
-- database may create it, no superuser is needed.
create extension if not exists btree_gist;

-- Several bookings that were asked for by one rule.
create table booking_series (
  county text not null,
  id uuid not null,
  rule text not null, -- RRULE
  begins text not null, -- as a wall clock in China shows it: 2026-03-01T14:00
  minutes int not null check (minutes > 0),
  asked_by uuid,
  asked_at timestamptz not null,
  primary key (county, id)
);
select bind_to_county('booking_series');
grant select, insert on booking_series to daqiao_app;

-- What happened to a booking stands in the events; its state is the projection of the last of them.
create table bookings (
  county text not null,
  id uuid not null,
  place uuid not null,
  rooms uuid[] not null check (array_length(rooms, 1) between 1 and 8),
  people uuid[] not null default '{}', -- who must be there
  kind text not null check (kind in ('room', 'visit')),
  guide uuid,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  purpose text not null,
  party int not null check (party > 0),
  group_name text,
  language text,
  note text,
  contact_name text,
  contact_phone text,
  organisation uuid,
  state text not null check (state in ('asked', 'approved', 'refused', 'cancelled', 'released', 'lapsed')),
  waits_for text[] not null default '{}', -- why somebody has to decide
  grace int, -- minutes; as the rooms had it when the booking was made
  series uuid,
  code text not null, -- who knows it may check in
  version int not null default 1,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  why text,
  came_at timestamptz,
  came_who text,
  came_count int,
  primary key (county, id),
  foreign key (county, place) references places (county, id),
  foreign key (county, series) references booking_series (county, id)
);
create index bookings_of_place on bookings (county, place, starts, id);
create index bookings_in_time on bookings (county, starts, id);
create index bookings_to_decide on bookings (county, starts, id) where state = 'asked';
create index bookings_of_asker on bookings (county, asked_by, starts, id);
create index bookings_of_series on bookings (county, series) where series is not null;
select bind_to_county('bookings');
grant select, insert, update on bookings to daqiao_app;

-- Who holds what, when: an undivided part of a room, or a person who must be there. That nobody holds what another holds
-- is not the application's word: the constraint says so, for every role and under the row rule too.
create table holds (
  county text not null,
  id uuid not null,
  holder_kind text not null, -- a booking, an offer to who waits, a record of a later slice
  holder uuid not null,
  resource_kind text not null check (resource_kind in ('room', 'person')),
  resource uuid not null,
  room uuid, -- the room that was asked for, of which the resource is a part
  starts timestamptz not null,
  ends timestamptz not null,
  during tstzrange not null generated always as (tstzrange(starts, ends)) stored,
  primary key (county, id),
  check (ends > starts),
  check ((resource_kind = 'room') = (room is not null)),
  constraint one_holder_at_a_time exclude using gist (county with =, resource with =, during with &&)
);
-- Ranges are not compared by leakproof operators, moments are: under the row rule this index answers questions.
create index holds_of_resource on holds (county, resource, starts, ends);
create index holds_of_holder on holds (county, holder);
create index holds_of_room on holds (county, room, starts);
select bind_to_county('holds');
grant select, insert, delete on holds to daqiao_app;

-- Who would like an hour that is taken, in the order of asking.
create table booking_waits (
  county text not null,
  id uuid not null,
  position bigint generated always as identity,
  place uuid not null,
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  request jsonb not null, -- booking.ts: Request
  state text not null check (state in ('waiting', 'offered', 'taken', 'expired', 'withdrawn')),
  offer_ends timestamptz,
  booking uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county, id),
  check ((state = 'offered') = (offer_ends is not null)),
  foreign key (county, place) references places (county, id)
);
create index waits_in_order on booking_waits (county, place, position) where state in ('waiting', 'offered');
create index waits_of_asker on booking_waits (county, asked_by, starts);
select bind_to_county('booking_waits');
grant select, insert, update on booking_waits to daqiao_app;

-- Secret addresses of calendars. Only a hash is kept: who lost an address gets a new one.
create table booking_feeds (
  county text not null,
  id uuid not null,
  about_kind text not null check (about_kind in ('room', 'place')),
  about uuid not null,
  token_hash text not null,
  made_by uuid,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (county, id)
);
create unique index one_feed_of_a_record on booking_feeds (county, about_kind, about) where ended_at is null;
create unique index feed_of_token on booking_feeds (county, token_hash);
select bind_to_county('booking_feeds');
grant select, insert, update on booking_feeds to daqiao_app;

create view fact_booking_held with (security_invoker) as
  select b.county, (b.starts at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, p.keeper as organisation,
         b.place, null::uuid as programme, 'booking' as record_kind, b.id as record_id
  from bookings b join places p on p.county = b.county and p.id = b.place
  where b.came_at is not null;
grant select on fact_booking_held to daqiao_app;
