-- Only a command erases: the worker and the auditor's service do not.
revoke all on function ledger.erase_person from public;
grant execute on function ledger.erase_person to mouding_app;
