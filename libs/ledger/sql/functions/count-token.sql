-- Counts one more token for a person; answers false when the person has had the most. In a transaction of its own,
-- apart from the one that hands a token out.
create function ledger.count_token(p_consultation uuid, p_person uuid, p_most int) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into ledger.token_taker as t (institution, consultation, person, taken)
  values (ledger.institution(), p_consultation, p_person, 1)
  on conflict (institution, consultation, person) do update set taken = t.taken + 1 where t.taken < p_most;
  return found;
end $$;
