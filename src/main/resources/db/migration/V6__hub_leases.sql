-- Subscriptions at WebSub hubs: a row for each feed that names one, lease_until once the hub has confirmed.
create table hub_lease (
  feed_id     bigint primary key references feed (id) on delete cascade,
  hub         varchar not null,
  topic       varchar not null,
  token       varchar not null unique,
  secret      varchar not null,
  failures    integer not null,
  -- When the hub is asked again, for the first time or to renew.
  ask_at      timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone,
  -- The latest announcement; null until the first, and again when a poll finds what was not announced.
  pushed_at   timestamp(6) with time zone
);
create index hub_lease_ask on hub_lease (ask_at);
