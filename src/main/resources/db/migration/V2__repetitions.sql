-- What recent entries can be recognised by in other feeds, for as long as a repetition is likely. No reference to the
-- entry: ids are never used again, and a mark of an entry that is gone finds nothing.
create table entry_mark (
  mark     bigint not null,
  entry_id bigint not null,
  seen_at  timestamp(6) with time zone not null,
  primary key (mark, entry_id)
);

-- One who takes two entries for different ones sees both from then on.
alter table entry_state add column apart boolean default false not null;
