-- Since when there has been nothing at a feed's address, null while there is something or nobody answers. What failed in other
-- ways before does not count: a server that was down says nothing of its pages.
alter table feed add column missing_since timestamp(6) with time zone;
