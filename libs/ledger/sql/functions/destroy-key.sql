-- Destroys the data key of a subject for good: its sealed bodies stay and can never be opened again.
create function ledger.destroy_key(p_subject uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  perform pg_advisory_xact_lock(hashtextextended(own::text || p_subject::text, 2));
  insert into ledger.destroyed_key (institution, subject) values (own, p_subject) on conflict do nothing;
  delete from vault.data_key k where k.institution = own and k.subject = p_subject;
end $$;
