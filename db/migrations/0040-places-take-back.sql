-- What an import brought can be taken back as a whole: places that nothing rests on go with their names. The ledger
-- keeps that they were there.
grant delete on places, place_names to daqiao_app;
