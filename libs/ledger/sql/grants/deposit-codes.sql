-- Nobody reads the table: a code is put and looked up, and never listed.
revoke all on function ledger.put_deposit_code, ledger.deposit_of_code from public;
grant execute on function ledger.put_deposit_code, ledger.deposit_of_code to mouding_app;
