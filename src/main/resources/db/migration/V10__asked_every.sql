-- How often an account wants a feed asked, in seconds; null for as often as it publishes.
alter table subscription add column ask_every_s integer;
