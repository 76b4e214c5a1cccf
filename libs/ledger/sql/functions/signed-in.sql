-- A password fitted: the login's failures are forgotten, and the address is given its attempt back.
create function ledger.signed_in(of_login bytea, of_address bytea) returns void
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  delete from ledger.sign_in_trail t where t.subject = of_login;
  update ledger.sign_in_trail t set failures = greatest(0, t.failures - 1) where t.subject = of_address;
end;
