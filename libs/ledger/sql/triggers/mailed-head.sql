create trigger append_only before update or delete or truncate on ledger.mailed_head
  for each statement execute function ledger.refuse_change();
