-- Replaces the read-model rows of streams: a list of {stream, version, item, obligations}. The version is newer than
-- that of any row there, so what was not written again is known by its older version. A stream has few rows and a
-- command touches few streams: each gets only the statements that it needs.
create function ledger.write_rows(p_rows jsonb) returns void
  language plpgsql volatile
as $$
declare
  own uuid := ledger.institution();
  r record;
begin
  if p_rows is null then
    return;
  end if;
  for r in
    select w.stream, w.version, w.item, w.obligations
    from jsonb_to_recordset(p_rows) as w(stream text, version int, item jsonb, obligations jsonb)
  loop
    if jsonb_typeof(r.item) = 'object' then
      insert into ledger.item
        (institution, stream, version, kind, id, case_id, stage, status, label, department, due, no)
      values (own, r.stream, r.version, r.item ->> 'kind', r.item ->> 'id', r.item ->> 'case_id', r.item ->> 'stage',
        r.item ->> 'status', r.item ->> 'label', r.item ->> 'department', (r.item ->> 'due')::timestamptz,
        (r.item ->> 'no')::int)
      on conflict (institution, stream) do update set
        version = excluded.version, kind = excluded.kind, id = excluded.id, case_id = excluded.case_id,
        stage = excluded.stage, status = excluded.status, label = excluded.label, department = excluded.department,
        due = excluded.due, no = excluded.no;
    else
      delete from ledger.item i where i.institution = own and i.stream = r.stream and i.version < r.version;
    end if;
    if r.obligations <> '[]' then
      insert into ledger.obligation (institution, stream, name, version, holder, verb, case_id, due)
      select own, r.stream, o.name, r.version, o.holder, o.verb, o.case_id, o.due
      from jsonb_to_recordset(r.obligations) as o(name text, holder text, verb text, case_id text, due timestamptz)
      on conflict (institution, stream, name) do update set
        version = excluded.version, holder = excluded.holder, verb = excluded.verb, case_id = excluded.case_id,
        due = excluded.due;
    end if;
    delete from ledger.obligation o where o.institution = own and o.stream = r.stream and o.version < r.version;
  end loop;
end $$;
