-- The deposit that a secret opens, or null. Codes cannot be listed.
create function ledger.deposit_of_code(p_hash bytea) returns uuid
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select c.deposit from ledger.deposit_code c
  where c.institution = ledger.institution() and c.hash = p_hash
$$;
