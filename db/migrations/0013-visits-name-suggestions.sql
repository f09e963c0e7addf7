-- What people's corrections say about the county's own names: 县人社局 may be another name of an organisation. Nothing is
-- called so before somebody accepts it. `times` counts the sources; one that lost all of them is not shown.
create table name_suggestions (
  county text not null references counties,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('place', 'organisation')),
  target uuid not null,
  state text not null check (state in ('open', 'accepted', 'refused')),
  times int not null check (times >= 0),
  at timestamptz not null,
  last_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (county, id),
  unique (county, name, kind, target)
);
create index name_suggestions_in_state on name_suggestions (county, state, id desc) where times > 0;
select bind_to_county('name_suggestions');
grant select, insert, update on name_suggestions to daqiao_app;

-- Where each was said: once for a visit or a follow-up, however often it was corrected there.
create table name_suggestion_sources (
  county text not null,
  suggestion uuid not null,
  kind text not null check (kind in ('visit', 'followup')),
  source uuid not null,
  label text, -- a follow-up's number
  person uuid,
  at timestamptz not null,
  primary key (county, suggestion, kind, source),
  foreign key (county, suggestion) references name_suggestions (county, id)
);
create index name_suggestion_sources_of on name_suggestion_sources (county, kind, source);
select bind_to_county('name_suggestion_sources');
grant select, insert, delete on name_suggestion_sources to daqiao_app;
