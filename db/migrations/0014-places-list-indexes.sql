-- A town's places are asked for in the order of the list, and so are open and closed ones together; with 100,000 of
-- them, sorting what the other indexes find takes a tenth of a second.
alter table places add column township text collate "C" generated always as (left(village, 9)) stored;
create index places_in_township on places (county, township, name_order, id) where closed_at is null;
drop index places_in_village;
create index places_in_village on places (county, village, name_order, id) where closed_at is null;
create index places_in_order on places (county, name_order, id);
-- How many stand below each row of a list: counted in the index alone.
create index places_open_below on places (county, parent) where closed_at is null;
-- The view was made before the column: it shows what it names.
create or replace view place_list as
  select * from places where county = current_setting('app.county', true);
