-- How a place's name sounds, for finding it by a typing slip: its pinyin without tones, folded as people mix sounds up
-- (zh z, ch c, sh s, ng n l). src/slices/services/sound.ts folds what somebody types in the same way; a test holds both
-- together.
create extension if not exists pg_trgm;
alter table places add column sound text generated always as (
  replace(replace(replace(replace(replace(replace(regexp_replace(name_order, '[^a-z]', '', 'g'),
    'zh', 'z'), 'ch', 'c'), 'sh', 's'), 'ng', 'n'), 'n', 'l'), 'lv', 'lu')) stored;
create index places_sound on places using gin (sound gin_trgm_ops);

create policy listing on place_names for select to daqiao_system using (true);
grant select on place_names to daqiao_system;
-- What the search of services and places together (0027) reads of a place.
create view place_directory as
  select p.county, 'place'::text as kind, p.id, p.name, p.name_order,
         array(select n.text from place_names n
               where n.county = p.county and n.place = p.id and not n.own and n.dropped_at is null
               order by n.at) as names,
         p.sound, p.terms, null::date as checked_on, p.closed_at is null as live
  from places p where p.county = current_setting('app.county', true);
grant create on schema public to daqiao_system;
alter view place_directory owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on place_directory to daqiao_app;
