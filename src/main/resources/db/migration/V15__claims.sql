-- Who is claimed and who is asked for changes with every poll. In rows of their own, these changes no longer write the
-- wide row of the feed and its indexes.
create table feed_claim (
  feed_id       bigint primary key references feed (id) on delete cascade,
  claimed_until timestamp(6) with time zone not null
);

-- A feed stands in at most one round.
create table asked_feed (
  feed_id  bigint primary key references feed (id) on delete cascade,
  round_id bigint not null
);
create index asked_feed_round on asked_feed (round_id);
insert into asked_feed (feed_id, round_id) select id, round_id from feed where round_id is not null;

-- Takes its index with it.
alter table feed drop column round_id;
alter table feed drop column claimed_until;
