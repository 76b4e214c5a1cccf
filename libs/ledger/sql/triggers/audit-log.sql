create trigger append_only before update or delete or truncate on ledger.audit_log
  for each statement execute function ledger.refuse_change();
