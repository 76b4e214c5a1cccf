create trigger append_only before update or delete or truncate on ledger.checkpoint
  for each statement execute function ledger.refuse_change();
