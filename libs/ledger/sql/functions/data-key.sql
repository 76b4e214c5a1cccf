-- The wrapped data key of a subject, the one offered when there is none yet; null when the key was destroyed. The
-- lock keeps a key from being made while it is being destroyed.
create function ledger.data_key(p_subject uuid, p_offered bytea) returns bytea
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
  kept bytea;
begin
  select k.wrapped into kept from vault.data_key k where k.institution = own and k.subject = p_subject;
  if found then
    return kept;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(own::text || p_subject::text, 2));
  if exists (select from ledger.destroyed_key d where d.institution = own and d.subject = p_subject) then
    return null;
  end if;
  insert into vault.data_key (institution, subject, wrapped) values (own, p_subject, p_offered) on conflict do nothing;
  select k.wrapped into kept from vault.data_key k where k.institution = own and k.subject = p_subject;
  return kept;
end $$;
