\set device random(1, 4)
begin;
select value from bench_device where id = :device for update;
update bench_device set value = value + 780 where id = :device;
insert into bench_piece (device, value) values (:device, 780);
commit;
