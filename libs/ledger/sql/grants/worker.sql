-- Clockwork: what falls due in every institution, commands in its own name, jobs. It founds tenants, and it sees no
-- session and no credential.
grant select on ledger.institution, ledger.clock, ledger.stream_head, ledger.entry, ledger.sealed_body, ledger.leaf,
  ledger.command, ledger.arrival, ledger.blob, ledger.deadline, ledger.item, ledger.obligation, ledger.destroyed_key,
  ledger.directory
  to mouding_worker;
grant insert on ledger.blob to mouding_worker;
grant execute on function ledger.stream_lock, ledger.lock_streams, ledger.arrive, ledger.forget_arrival, ledger.open_command,
  ledger.commit, ledger.append_coalesced, ledger.data_key, ledger.destroy_key, ledger.move_clock, ledger.found
  to mouding_worker;
create policy due_everywhere on ledger.deadline for select to mouding_worker using (true);
create policy due_everywhere on ledger.clock for select to mouding_worker using (true);
