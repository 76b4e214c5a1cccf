-- Draws a token by lot and forgets it; null when the pool is empty. Names no person: it does not learn of one.
create function ledger.hand_out_token(p_consultation uuid) returns bytea
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
  drawn bytea;
begin
  select u.token into drawn from ledger.unissued_token u
  where u.institution = own and u.consultation = p_consultation
  order by random() limit 1 for update skip locked;
  delete from ledger.unissued_token u
  where u.institution = own and u.consultation = p_consultation and u.token = drawn;
  return drawn;
end $$;
