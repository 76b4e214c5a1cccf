-- Originals are brought by people and read by whoever sees what cites them. The clock only asks whether one is here.
grant select, insert on ledger.file to mouding_app;
grant select, insert, update, delete on ledger.file_name to mouding_app;
grant select (institution, hash) on ledger.file to mouding_worker;
grant select on ledger.file, ledger.file_name to mouding_audit;
