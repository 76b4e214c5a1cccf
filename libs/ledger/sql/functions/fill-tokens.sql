-- Makes a pool of tokens for a consultation, unless there is one: in one transaction, in the order of their random
-- bytes, so that no row of either table is nearer to one person than to another.
create function ledger.fill_tokens(p_consultation uuid, p_tokens bytea[]) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  perform pg_advisory_xact_lock(hashtextextended(own::text || p_consultation::text, 4));
  if exists (select from ledger.unissued_token u where u.institution = own and u.consultation = p_consultation) then
    return;
  end if;
  insert into ledger.opinion_token (institution, hash, consultation)
  select own, sha256(t.token), p_consultation from unnest(p_tokens) as t(token) order by 2;
  insert into ledger.unissued_token (institution, consultation, token)
  select own, p_consultation, t.token from unnest(p_tokens) as t(token) order by 3;
end $$;
