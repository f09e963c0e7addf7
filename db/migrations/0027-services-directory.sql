-- Services and places, searched together: each part by its own indexes.
create view directory_list as
  select * from service_directory
  union all
  select * from place_directory;
grant create on schema public to daqiao_system;
alter view directory_list owner to daqiao_system;
revoke create on schema public from daqiao_system;
grant select on directory_list to daqiao_app;
