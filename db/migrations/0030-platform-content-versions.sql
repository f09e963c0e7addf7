-- How often a county's content changed, by commits: a page that was made from it may be shown again while the number
-- is the same. It is counted at the end of the transaction, by whichever tables opt in: nobody waits for the row longer
-- than a commit takes, and since it is the last thing that a transaction takes, two of them cannot block each other.
create table content_versions (
  county text not null primary key,
  version bigint not null
);
select bind_to_county('content_versions');
grant select, insert, update on content_versions to daqiao_app;
-- A founding ends as daqiao_system (0008), and so do the rows that it counts.
create policy housekeeping on content_versions to daqiao_system using (true) with check (true);
grant select, insert, update on content_versions to daqiao_system;

create function count_content() returns trigger language plpgsql as $$
declare
  whose text := coalesce(new.county, old.county);
  this_time text := whose || ' ' || pg_current_xact_id()::text;
begin
  -- Once for a transaction, however many rows it wrote.
  if current_setting('app.content_counted', true) is distinct from this_time then
    insert into content_versions values (whose, 1)
      on conflict (county) do update set version = content_versions.version + 1;
    perform set_config('app.content_counted', this_time, true);
  end if;
  return null;
end $$;

-- A table whose rows stand on public pages opts in by this.
create function counts_as_content(counted regclass) returns void language plpgsql as $$
begin
  execute format(
    'create constraint trigger counts_as_content after insert or update or delete on %s
       deferrable initially deferred for each row execute function count_content()', counted);
end $$;

select counts_as_content('counties');
select counts_as_content('organisations');
select counts_as_content('places');
select counts_as_content('place_names');
select counts_as_content('place_closures');
