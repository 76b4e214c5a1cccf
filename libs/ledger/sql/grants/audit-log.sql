-- The auditor's service signs its people in by itself and writes its own reading, and nothing else; it no longer looks
-- at sessions, nor writes where others do. The institution reads what was read.
grant select, insert on ledger.audit_log to mouding_audit;
grant usage on sequence ledger.audit_order to mouding_audit;
grant select on ledger.audit_log to mouding_app;
revoke all on function ledger.credential_of from public;
grant execute on function ledger.credential_of to mouding_audit;
revoke insert on ledger.access_log from mouding_audit;
revoke usage on sequence ledger.access_order from mouding_audit;
revoke select on ledger.session from mouding_audit;
