-- From here on an entry's id is the change number that inserted it: no second counter to ask, and none to flush.
update change_counter
   set newest = (select max(number) from (select c.newest as number from change_counter c
                                          union all select e.id from entry e) numbers);

-- H2 commits each block of numbers that a sequence takes ahead by itself, which writes the file once more.
alter table poll alter column id set cache 1000;

-- No entry has a story yet.
drop index entry_story;

-- When each feed publishes (model.Rhythm); a row only once something is known.
create table rhythm (
  feed_id bigint primary key references feed (id) on delete cascade,
  profile bytea not null
);

-- What the document itself asks of those who poll it: RSS ttl and sy:*, skipHours and skipDays as bits.
alter table feed add column ttl_s bigint;
alter table feed add column quiet_hours integer;
alter table feed add column quiet_days integer;
