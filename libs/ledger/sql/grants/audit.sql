-- The auditor's service reads the record of the institution that it is asked about, and logs that it did. It finds out
-- by the session who asks; it cannot make or end one.
grant select on ledger.institution, ledger.clock, ledger.stream_head, ledger.entry, ledger.sealed_body,
  ledger.unsequenced, ledger.leaf, ledger.command, ledger.arrival, ledger.blob, ledger.upload, ledger.deadline,
  ledger.item, ledger.obligation, ledger.destroyed_key, ledger.directory, ledger.access_log, ledger.session
  to mouding_audit;
grant insert on ledger.access_log to mouding_audit;
grant usage on sequence ledger.access_order to mouding_audit;
