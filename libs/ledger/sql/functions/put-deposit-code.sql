-- Draws a secret anew: what was drawn before for the same deposit opens nothing any more.
create function ledger.put_deposit_code(p_deposit uuid, p_hash bytea) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into ledger.deposit_code (institution, deposit, hash)
  values (ledger.institution(), p_deposit, p_hash)
  on conflict (institution, deposit) do update set hash = excluded.hash;
end $$;
