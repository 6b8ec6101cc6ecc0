-- The address that gave etag and last_modified, where redirects had led; null for the feed's own.
alter table feed add column validators_from varchar;
