-- Puts an unsigned opinion into the box and uses its token up. Answers `boxed`; `again` when this very opinion came
-- with this token before; `used`, `elsewhere` (a token of another consultation) or `unknown`.
create function ledger.box_opinion(p_consultation uuid, p_hash bytea, p_proof bytea, p_id uuid, p_day date, p_body bytea)
  returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
  token ledger.opinion_token;
begin
  select t.* into token from ledger.opinion_token t where t.institution = own and t.hash = p_hash for update;
  if not found then
    return 'unknown';
  elsif token.consultation <> p_consultation then
    return 'elsewhere';
  elsif token.used then
    return case when token.proof = p_proof then 'again' else 'used' end;
  end if;
  update ledger.opinion_token t set used = true, proof = p_proof where t.institution = own and t.hash = p_hash;
  insert into ledger.opinion_box (institution, consultation, id, day, body)
  values (own, p_consultation, p_id, p_day, p_body);
  return 'boxed';
end $$;
