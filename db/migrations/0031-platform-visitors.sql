-- Somebody on the public pages, who has no account: what they have typed so far, which of their records they opened
-- by its number, and the phone number that they proved to hold. The token stays with the browser; here stands its hash.
create table visitor_sessions (
  county text not null references counties,
  token_hash text not null,
  draft jsonb not null default '{}',
  opened uuid[] not null default '{}',
  phone text,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, token_hash)
);
create index visitor_sessions_to_expire on visitor_sessions (expires_at);
select bind_to_county('visitor_sessions');
grant select, insert, update, delete on visitor_sessions to daqiao_app;
create policy housekeeping on visitor_sessions to daqiao_system using (true) with check (true);
grant select, delete on visitor_sessions to daqiao_system;

-- A code that was sent to a phone number, and how often somebody tried to say it.
create table visitor_codes (
  county text not null references counties,
  id uuid not null,
  phone text not null,
  code_hash text not null,
  said_in_demo text, -- the code itself, in the demo alone: nobody's telephone rings there
  tries int not null default 0,
  at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (county, id)
);
create index visitor_codes_of_phone on visitor_codes (county, phone, at);
create index visitor_codes_to_expire on visitor_codes (expires_at);
select bind_to_county('visitor_codes');
grant select, insert, update on visitor_codes to daqiao_app;
create policy housekeeping on visitor_codes to daqiao_system using (true) with check (true);
grant select, delete on visitor_codes to daqiao_system;

-- What is counted so that nobody guesses or floods: by address, by phone. The key is a hash, gone after a day.
create table visitor_attempts (
  county text not null references counties,
  id uuid not null,
  what text not null,
  key text not null,
  at timestamptz not null,
  primary key (county, id)
);
create index visitor_attempts_of on visitor_attempts (county, what, key, at);
create index visitor_attempts_in_time on visitor_attempts (at);
select bind_to_county('visitor_attempts');
grant select, insert on visitor_attempts to daqiao_app;
create policy housekeeping on visitor_attempts to daqiao_system using (true) with check (true);
grant select, delete on visitor_attempts to daqiao_system;
