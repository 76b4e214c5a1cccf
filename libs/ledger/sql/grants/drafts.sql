-- The app keeps drafts for their writers; no other role has a reason to see that there are any.
grant select, insert, update, delete on ledger.draft to mouding_app;
