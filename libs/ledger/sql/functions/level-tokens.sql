-- The same for tokens that were used; what recognised an opinion sent again goes with it.
create function ledger.level_tokens(p_consultation uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  update ledger.opinion_token t set proof = null
  where t.institution = ledger.institution() and t.consultation = p_consultation and t.used;
$$;
