-- What came with accounts, second factors and heartbeats. The audit service may not read any of it.
revoke all on ledger.former_secret, ledger.second_factor, ledger.recovery_code, ledger.step_up, ledger.sign_in_trail,
  ledger.heartbeat from public;
revoke all on function ledger.try_sign_in, ledger.signed_in, ledger.unlock_sign_in from public;
grant select, insert, update, delete on ledger.former_secret, ledger.second_factor, ledger.recovery_code, ledger.step_up
  to mouding_app;
grant execute on function ledger.try_sign_in, ledger.signed_in, ledger.unlock_sign_in to mouding_app;
grant select on ledger.heartbeat to mouding_app, mouding_audit;
grant select, insert, update on ledger.heartbeat to mouding_worker;
