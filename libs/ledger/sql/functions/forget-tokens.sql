-- Takes away what is kept of the tokens of a consultation that is over, and of who took how many.
create function ledger.forget_tokens(p_consultation uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
  delete from ledger.unissued_token t
  where t.institution = ledger.institution() and t.consultation = p_consultation;
  delete from ledger.opinion_token t
  where t.institution = ledger.institution() and t.consultation = p_consultation;
  delete from ledger.token_taker t
  where t.institution = ledger.institution() and t.consultation = p_consultation;
$$;
