-- How often in a row a callback could not be asked whether it confirms.
alter table hub_request add column failures integer default 0 not null;

-- The hubs of others that are told when streams here change, and up to which change each was told.
create table hub_ping (
  hub      varchar primary key,
  told     bigint not null,
  failures integer not null,
  -- Not to be told before: for a while after each time, and longer after a failure.
  try_at   timestamp(6) with time zone not null
);
