-- Writes the rows about who took tokens again, all together: which transaction wrote a row last then tells nobody's
-- moment. In a transaction of its own, apart from opinions and from tokens.
create function ledger.level_takers(p_consultation uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  update ledger.token_taker t set taken = t.taken
  where t.institution = ledger.institution() and t.consultation = p_consultation;
$$;
