-- A tree comes in with the entries that cite it, or beforehand from a person; the clock may make one too.
grant select, insert on ledger.tree to mouding_app, mouding_worker;
grant select on ledger.tree to mouding_audit;
