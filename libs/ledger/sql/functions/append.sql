-- Compare and set: appends every group of entries whose streams all stand where the writer believes (version and
-- hash), and answers the groups that lost. A group is what must be appended whole or not at all. The locks make the
-- comparison good until the transaction ends; whoever called lock_streams holds them already.
-- Called by commit and append_coalesced only, with their rights and settings.
-- Positions are drawn last, after everything that the entries may depend on was read.
create function ledger.append(
  h_group int[], h_stream text[], h_version int[], h_hash bytea[], n_version int[], n_hash bytea[],
  e_group int[], e_stream text[], e_version int[], e_type text[], e_sv int[], e_at timestamptz[], e_prev bytea[],
  e_leaf bytea[], e_entry text[],
  s_group int[], s_stream text[], s_version int[], s_subject uuid[], s_body bytea[]
) returns int[]
  language plpgsql volatile
as $$
declare
  own uuid := ledger.institution();
  lost int[];
begin
  perform pg_advisory_xact_lock(l.lock)
  from (select ledger.stream_lock(own, u.stream) as lock from unnest(h_stream) as u(stream) order by 1) l;

  lost := array(
    select distinct a.grp
    from unnest(h_group, h_stream, h_version, h_hash) as a(grp, stream, version, hash)
    left join lateral (
      select h.version, h.hash from ledger.stream_head h where h.institution = own and h.stream = a.stream offset 0
    ) h on true
    where coalesce(h.version, 0) <> a.version or h.hash is distinct from a.hash
  );

  insert into ledger.stream_head (institution, stream, version, hash)
  select own, a.stream, a.version, a.hash
  from unnest(h_group, h_stream, n_version, n_hash) as a(grp, stream, version, hash)
  where a.grp <> all (lost)
  on conflict (institution, stream) do update set version = excluded.version, hash = excluded.hash;

  insert into ledger.entry (institution, stream, version, type, sv, at, prev, leaf_hash, entry)
  select own, a.stream, a.version, a.type, a.sv, a.at, a.prev, a.leaf, a.entry
  from unnest(e_group, e_stream, e_version, e_type, e_sv, e_at, e_prev, e_leaf, e_entry)
    as a(grp, stream, version, type, sv, at, prev, leaf, entry)
  where a.grp <> all (lost);

  if cardinality(s_group) > 0 then
    insert into ledger.sealed_body (institution, stream, version, subject, body)
    select own, a.stream, a.version, a.subject, a.body
    from unnest(s_group, s_stream, s_version, s_subject, s_body) as a(grp, stream, version, subject, body)
    where a.grp <> all (lost);
  end if;

  insert into ledger.unsequenced (institution, stream, version)
  select own, a.stream, a.version
  from unnest(e_group, e_stream, e_version) with ordinality as a(grp, stream, version, ord)
  where a.grp <> all (lost)
  order by a.ord;
  return lost;
end $$;
