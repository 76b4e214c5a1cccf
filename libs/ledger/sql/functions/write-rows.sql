-- Replaces the read-model rows of streams: a list of {stream, version, item, obligations}. The version is newer than
-- that of any row there, so what was not written again is known by its older version.
create function ledger.write_rows(p_rows jsonb) returns void
  language plpgsql volatile
as $$
declare
  own uuid := ledger.institution();
  written record;
begin
  if p_rows is null then
    return;
  end if;
  insert into ledger.item
    (institution, stream, version, kind, id, case_id, stage, status, label, department, due, no)
  select own, r.stream, r.version, i.kind, i.id, i.case_id, i.stage, i.status, i.label, i.department, i.due, i.no
  from jsonb_to_recordset(p_rows) as r(stream text, version int, item jsonb),
    jsonb_to_record(case jsonb_typeof(r.item) when 'object' then r.item end) as i(kind text, id text, case_id text, stage text, status text, label text, department text,
      due timestamptz, no int)
  where jsonb_typeof(r.item) = 'object'
  on conflict (institution, stream) do update set
    version = excluded.version, kind = excluded.kind, id = excluded.id, case_id = excluded.case_id,
    stage = excluded.stage, status = excluded.status, label = excluded.label, department = excluded.department,
    due = excluded.due, no = excluded.no;

  insert into ledger.obligation (institution, stream, name, version, holder, verb, case_id, due)
  select own, r.stream, o.name, r.version, o.holder, o.verb, o.case_id, o.due
  from jsonb_to_recordset(p_rows) as r(stream text, version int, obligations jsonb),
    jsonb_to_recordset(r.obligations) as o(name text, holder text, verb text, case_id text, due timestamptz)
  on conflict (institution, stream, name) do update set
    version = excluded.version, holder = excluded.holder, verb = excluded.verb, case_id = excluded.case_id,
    due = excluded.due;

  for written in select r.stream, r.version from jsonb_to_recordset(p_rows) as r(stream text, version int) loop
    delete from ledger.item i
    where i.institution = own and i.stream = written.stream and i.version < written.version;
    delete from ledger.obligation o
    where o.institution = own and o.stream = written.stream and o.version < written.version;
  end loop;
end $$;
