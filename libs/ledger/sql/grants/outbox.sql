-- A command opens with its locks; the worker hands the outbox on to its queue, whatever institution a job is of.
revoke all on function ledger.begin_command, ledger.forward_jobs from public;
grant execute on function ledger.begin_command to mouding_app, mouding_worker;
grant execute on function ledger.forward_jobs to mouding_worker;
grant select, update, delete on ledger.outbox to mouding_worker;
create policy forwarding on ledger.outbox to mouding_worker using (true);
