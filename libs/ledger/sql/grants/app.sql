-- People's commands and queries. Entries, heads, indexes and read models are written by functions only.
grant select on ledger.institution, ledger.clock, ledger.stream_head, ledger.entry, ledger.sealed_body, ledger.leaf,
  ledger.command, ledger.arrival, ledger.blob, ledger.upload, ledger.deadline, ledger.item, ledger.obligation,
  ledger.destroyed_key
  to mouding_app;
grant insert on ledger.blob, ledger.upload to mouding_app;
grant select, insert, update, delete on ledger.session, ledger.credential, ledger.directory to mouding_app;
grant insert on ledger.access_log to mouding_app;
grant usage on sequence ledger.access_order to mouding_app;
grant execute on function ledger.stream_lock, ledger.lock_streams, ledger.arrive, ledger.forget_arrival, ledger.open_command,
  ledger.commit, ledger.append_coalesced, ledger.data_key, ledger.destroy_key, ledger.move_clock
  to mouding_app;
