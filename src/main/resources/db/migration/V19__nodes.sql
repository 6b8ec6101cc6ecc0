-- Which node claimed a feed, and the host that is left to that node meanwhile, as politeness tells hosts apart.
alter table feed_claim add column node varchar default '' not null;
alter table feed_claim add column host varchar default '' not null;

-- Its one row is locked by the node that is claiming: of two that look at once, neither would see what the other takes.
create table claiming (
  id integer primary key
);
insert into claiming (id) values (1);
