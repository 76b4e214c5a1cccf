-- Heads move; they never go away, or a stream could begin twice.
create trigger append_only before delete or truncate on ledger.stream_head
  for each statement execute function ledger.refuse_change();
