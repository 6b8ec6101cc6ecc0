-- How a feed's requests were answered since it was added; the page about politeness adds these up by host.
alter table feed add column answers_full integer default 0 not null;
alter table feed add column answers_unchanged integer default 0 not null;
alter table feed add column answers_throttled integer default 0 not null;
alter table feed add column answers_failed integer default 0 not null;
alter table feed add column bytes_received bigint default 0 not null;
alter table feed add column bytes_saved bigint default 0 not null;
-- What the last whole document took on the wire: so much does each 304 save.
alter table feed add column document_bytes bigint default 0 not null;
