-- Staff who act for a person without a phone: who, for whom, how, from when to when. What was done under it carries
-- its id in the ledger.
create table assistances (
  county text not null references counties,
  id uuid not null,
  staff uuid not null,
  organisation uuid not null,
  name text not null, -- of the person who is helped, as they give it
  phone text,
  way text not null check (way in ('desk', 'call', 'home')),
  begun_at timestamptz not null,
  ends_at timestamptz not null, -- half an hour later at most
  ended_at timestamptz,
  primary key (county, id),
  foreign key (county, staff) references people (county, id)
);
create index assistances_of_staff on assistances (county, staff, begun_at desc, id desc);
select bind_to_county('assistances');
grant select, insert, update on assistances to daqiao_app;
create index events_of_assistance on events (county, (data ->> 'assistance'), position) where data ? 'assistance';
