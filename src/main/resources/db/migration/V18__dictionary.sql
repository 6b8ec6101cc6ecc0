-- Earlier versions cannot read what is packed from here on, and refuse a store that has this script.
comment on column entry_body.html is 'deflated, since V18 with the dictionary of store.Bodies';
