-- Nothing is anyone's by default.
revoke all on schema ledger from public;
revoke all on all tables in schema ledger from public;
revoke all on all sequences in schema ledger from public;
revoke all on all functions in schema ledger from public;
grant usage on schema ledger to mouding_app, mouding_worker, mouding_sequencer, mouding_audit;
grant execute on function ledger.institution, ledger.law_now to mouding_app, mouding_worker, mouding_sequencer, mouding_audit;
