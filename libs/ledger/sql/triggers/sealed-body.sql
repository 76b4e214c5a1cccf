create trigger append_only before update or delete or truncate on ledger.sealed_body
  for each statement execute function ledger.refuse_change();
