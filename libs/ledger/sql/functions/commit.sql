-- The transactional door: everything that one command leaves, in one call. `rest` holds what most commands leave
-- little of: {settled, deadlines, rows, jobs, trees}, each a list, absent when empty. MD001 when a stream has moved.
create function ledger.commit(
  h_group int[], h_stream text[], h_version int[], h_hash bytea[], n_version int[], n_hash bytea[],
  e_group int[], e_stream text[], e_version int[], e_type text[], e_sv int[], e_at timestamptz[], e_prev bytea[],
  e_leaf bytea[], e_entry text[],
  s_group int[], s_stream text[], s_version int[], s_subject uuid[], s_body bytea[],
  b_hash bytea[], b_content bytea[],
  rest jsonb,
  c_person text, c_key text, c_verb text, c_target text, c_body_hash text, c_status int, c_answer text
) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
declare
  own uuid := ledger.institution();
begin
  -- Whoever seals may hold a wrapped key from before: nothing is sealed under one that was destroyed since.
  if cardinality(s_subject) > 0 and exists (
    select from unnest(s_subject) as s(subject)
    where not exists (select from vault.data_key k where k.institution = own and k.subject = s.subject offset 0)
  ) then
    raise exception 'a data key is gone' using errcode = 'MD002';
  end if;
  if cardinality(b_hash) > 0 then
    insert into ledger.blob (institution, hash, content, bytes, received)
    select own, b.hash, b.content, octet_length(b.content), ledger.law_now(own)
    from unnest(b_hash, b_content) as b(hash, content)
    on conflict do nothing;
  end if;
  if rest is not null then
    if rest ? 'trees' then
      insert into ledger.tree (institution, root, hash, content, bytes, received)
      select own, decode(t.root, 'hex'), sha256(c.content), c.content, octet_length(c.content), ledger.law_now(own)
      from jsonb_to_recordset(rest -> 'trees') as t(root text, content text)
      cross join lateral decode(t.content, 'base64') as c(content)
      on conflict do nothing;
    end if;
    perform ledger.settle(rest -> 'settled', rest -> 'deadlines');
    perform ledger.write_rows(rest -> 'rows');
    perform ledger.enqueue(rest -> 'jobs');
  end if;
  if c_status is not null then
    insert into ledger.command (institution, person, key, verb, target, body_hash, status, answer)
    values (own, c_person, c_key, c_verb, c_target, c_body_hash, c_status, c_answer);
  end if;
  if cardinality(e_group) > 0 and cardinality(ledger.append(
    h_group, h_stream, h_version, h_hash, n_version, n_hash,
    e_group, e_stream, e_version, e_type, e_sv, e_at, e_prev, e_leaf, e_entry,
    s_group, s_stream, s_version, s_subject, s_body)) > 0 then
    raise exception 'a stream has moved' using errcode = 'MD001';
  end if;
end $$;
