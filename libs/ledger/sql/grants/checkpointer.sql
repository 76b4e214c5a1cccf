-- Whoever publishes what was signed reads entries and their order, and writes what was signed: nothing else. It sees no
-- sealed body, no key, no text and nobody's name. The worker, which did it before, only reads.
grant usage on schema ledger to mouding_checkpointer;
grant execute on function ledger.institution to mouding_checkpointer;
grant select on ledger.institution, ledger.leaf, ledger.entry to mouding_checkpointer;
grant select, insert on ledger.log_generation, ledger.checkpoint, ledger.cosignature to mouding_checkpointer;
grant select, insert, update on ledger.tile, ledger.log_state to mouding_checkpointer;
revoke insert on ledger.log_generation, ledger.checkpoint, ledger.cosignature from mouding_worker;
revoke insert, update on ledger.tile, ledger.log_state from mouding_worker;
