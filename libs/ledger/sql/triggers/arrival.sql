-- A first reading never changes. It goes away with the request that it was for: see forget_arrival.
create trigger append_only before update or truncate on ledger.arrival
  for each statement execute function ledger.refuse_change();
