-- One row an entry, written in order, instead of one row a mark at a random place of an index, which cost as much as all
-- other tables together. The writer keeps the index in memory (store.MarkIndex). What was there lived for four days at most.
drop table entry_mark;

create table entry_mark (
  entry_id bigint primary key,
  seen_at  timestamp(6) with time zone not null,
  marks    bytea not null
);
