-- The worker alone writes what was signed; whoever shows or checks the record reads it.
grant select, insert on ledger.log_generation, ledger.checkpoint, ledger.cosignature to mouding_worker;
grant select, insert, update on ledger.tile, ledger.log_state to mouding_worker;
grant select on ledger.log_generation, ledger.checkpoint, ledger.cosignature, ledger.tile, ledger.log_state
  to mouding_app, mouding_audit;
