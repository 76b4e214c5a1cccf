-- Withdraws the first reading of a command that ended without an answer that is kept, so that a request which had to
-- fail reserves no time for a later one. A crash does not come here.
create function ledger.forget_arrival(p_institution uuid, p_person text, p_key text, p_verb text, p_target text, p_body_hash text)
  returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('mouding.institution', p_institution::text, true);
  delete from ledger.arrival a
  where a.institution = p_institution and a.person = p_person and a.key = p_key
    and a.verb = p_verb and a.target = p_target and a.body_hash = p_body_hash;
end $$;
