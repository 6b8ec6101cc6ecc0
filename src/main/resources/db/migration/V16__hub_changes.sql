-- When the feed last named another hub or topic than before, null while it never has: hubs that change again and again are
-- asked once a day. A feed that names none any more keeps its row for that, with a hub and topic of ''.
alter table hub_lease add column changed_at timestamp(6) with time zone;
