create trigger append_only before update or truncate on ledger.unsequenced
  for each statement execute function ledger.refuse_change();
