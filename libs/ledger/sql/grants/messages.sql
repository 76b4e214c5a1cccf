-- The worker keeps the outbox; people see it, say where they are reached, and have a bounced message tried again.
grant select on ledger.contact, ledger.message to mouding_app, mouding_worker;
grant insert, update on ledger.message to mouding_worker;
revoke all on function ledger.set_contact, ledger.resend_message from public;
grant execute on function ledger.set_contact, ledger.resend_message to mouding_app;
