-- Keeps the first reading of a command that is judged by its time. Called outside the command's transaction: the row
-- must outlive a crash of it. Answers whether this was the first.
create function ledger.arrive(p_institution uuid, p_person text, p_key text, p_verb text, p_target text, p_body_hash text)
  returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('mouding.institution', p_institution::text, true);
  insert into ledger.arrival (institution, person, key, verb, target, body_hash, received)
  values (p_institution, p_person, p_key, p_verb, p_target, p_body_hash, ledger.law_now(p_institution))
  on conflict do nothing;
  return found;
end $$;
