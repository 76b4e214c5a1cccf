-- The coalesced door: many independent appends in one transaction, each winning or losing by itself.
create function ledger.append_coalesced(
  p_institution uuid,
  h_group int[], h_stream text[], h_version int[], h_hash bytea[], n_version int[], n_hash bytea[],
  e_group int[], e_stream text[], e_version int[], e_type text[], e_sv int[], e_at timestamptz[], e_prev bytea[],
  e_leaf bytea[], e_entry text[],
  s_group int[], s_stream text[], s_version int[], s_subject uuid[], s_body bytea[]
) returns int[]
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
begin
  perform set_config('mouding.institution', p_institution::text, true);
  if cardinality(s_subject) > 0 and exists (
    select from unnest(s_subject) as s(subject)
    where not exists (select from vault.data_key k where k.institution = p_institution and k.subject = s.subject offset 0)
  ) then
    raise exception 'a data key is gone' using errcode = 'MD002';
  end if;
  return ledger.append(h_group, h_stream, h_version, h_hash, n_version, n_hash,
    e_group, e_stream, e_version, e_type, e_sv, e_at, e_prev, e_leaf, e_entry,
    s_group, s_stream, s_version, s_subject, s_body);
end $$;
