-- An import adds thousands of places, a hundred words each: the index takes them in batches, which halves the time of
-- a write. What waits there is read along with every search, so it stays at a megabyte: a millisecond or two.
alter index places_terms set (fastupdate = on, gin_pending_list_limit = 1024);
