-- The same for people whom an import brought, as long as nothing rests on them.
grant delete on people to daqiao_app;
