-- When a place is open. Each saying of the hours is a row of its own: the newest holds, the others are its history, and
-- two who say at once meet at the primary key.
create table place_hours (
  county text not null,
  place uuid not null,
  version int not null,
  rules jsonb not null, -- an array of hours.ts: HoursRule
  person uuid,
  at timestamptz not null,
  primary key (county, place, version),
  foreign key (county, place) references places (county, id)
);
select bind_to_county('place_hours');
grant select, insert on place_hours to daqiao_app;

-- Days on which other hours hold. `position` is the order of saying: the last one said holds.
create table place_exceptions (
  county text not null,
  id uuid not null,
  position bigint generated always as identity,
  place uuid not null,
  first_day date not null,
  last_day date not null,
  spans jsonb not null, -- an array of hours.ts: Span; an empty one is a closed day
  reason text not null,
  person uuid,
  at timestamptz not null,
  dropped_by uuid,
  dropped_at timestamptz,
  primary key (county, id),
  check (last_day >= first_day),
  foreign key (county, place) references places (county, id)
);
create index place_exceptions_of on place_exceptions (county, place, last_day) where dropped_at is null;
select bind_to_county('place_exceptions');
grant select, insert, update on place_exceptions to daqiao_app;

-- Rooms of a place. A room that can be divided has parts, which are rooms themselves; `path` holds the rooms that it is
-- part of from the whole down, and itself last.
create table rooms (
  county text not null,
  id uuid not null,
  place uuid not null,
  parent uuid,
  path uuid[] not null check (path[array_length(path, 1)] = id and array_length(path, 1) <= 3),
  name text not null,
  capacity int not null check (capacity > 0),
  equipment text[] not null default '{}',
  accessibility text[] not null default '{}',
  note text,
  rules jsonb not null, -- room.ts: RoomRules
  version int not null default 1,
  closed_at timestamptz,
  closed_by uuid,
  closed_why text,
  added_by uuid,
  added_at timestamptz not null,
  primary key (county, id),
  check ((closed_at is null) = (closed_why is null)),
  foreign key (county, place) references places (county, id),
  foreign key (county, parent) references rooms (county, id)
);
create unique index one_room_of_a_name on rooms (county, place, name) where closed_at is null;
create index rooms_of_place on rooms (county, place);
select bind_to_county('rooms');
grant select, insert, update on rooms to daqiao_app;

-- What a place lends. A piece that is out is out once: one open loan at a time.
create table equipment (
  county text not null,
  id uuid not null,
  place uuid not null,
  name text not null,
  number text not null, -- on the sticker; unique in its place while in use
  condition text not null,
  note text,
  retired_at timestamptz,
  retired_by uuid,
  retired_why text,
  added_by uuid,
  added_at timestamptz not null,
  primary key (county, id),
  foreign key (county, place) references places (county, id)
);
create unique index one_piece_of_a_number on equipment (county, place, number) where retired_at is null;
select bind_to_county('equipment');
grant select, insert, update on equipment to daqiao_app;

create table equipment_loans (
  county text not null,
  id uuid not null,
  piece uuid not null,
  borrower text not null,
  phone text,
  purpose text,
  due date not null,
  lent_by uuid,
  lent_at timestamptz not null,
  condition_out text not null,
  returned_by uuid,
  returned_at timestamptz,
  condition_back text,
  remark text,
  primary key (county, id),
  check ((returned_at is null) = (condition_back is null)),
  foreign key (county, piece) references equipment (county, id)
);
create unique index out_once on equipment_loans (county, piece) where returned_at is null;
create index loans_of_piece on equipment_loans (county, piece, lent_at);
select bind_to_county('equipment_loans');
grant select, insert, update on equipment_loans to daqiao_app;
