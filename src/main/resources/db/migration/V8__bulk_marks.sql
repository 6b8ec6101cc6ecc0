-- Every mark of an account takes the next number. An entry's own mark counts against its subscription's read_up_to where it
-- is not older than it, so that marking everything writes subscriptions only and taking that back restores them.
alter table account add column marks bigint default 0 not null;
alter table subscription add column read_mark bigint default 0 not null;
alter table entry_state add column read_mark bigint default 0 not null;

-- What marked many entries at once, as long as it can be taken back.
create table bulk_mark (
  account_id bigint not null references account (id) on delete cascade,
  mark       bigint not null,
  made_at    timestamp(6) with time zone not null,
  -- The subscriptions it raised, as feed:read_up_to:read_mark before, and the entries it marked by themselves.
  raised     varchar not null,
  entries    varchar not null,
  primary key (account_id, mark)
);
