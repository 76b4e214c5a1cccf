-- Takes deadlines away and sets others: lists of {stream, name} and {stream, name, due, verb}.
create function ledger.settle(p_settled jsonb, p_deadlines jsonb) returns void
  language plpgsql volatile
as $$
declare
  own uuid := ledger.institution();
  gone record;
begin
  if p_settled is not null then
    for gone in select s.stream, s.name from jsonb_to_recordset(p_settled) as s(stream text, name text) loop
      delete from ledger.deadline d where d.institution = own and d.stream = gone.stream and d.name = gone.name;
    end loop;
  end if;
  if p_deadlines is not null then
    insert into ledger.deadline (institution, stream, name, due, verb)
    select own, d.stream, d.name, d.due, d.verb
    from jsonb_to_recordset(p_deadlines) as d(stream text, name text, due timestamptz, verb text)
    on conflict (institution, stream, name) do update set due = excluded.due, verb = excluded.verb;
  end if;
end $$;
