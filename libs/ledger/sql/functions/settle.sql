-- Takes deadlines away and sets others: lists of {stream, name, due} and {stream, name, due, verb}. One that is taken
-- away with a due time is the one that fell due then: what was set for another time since stays.
create function ledger.settle(p_settled jsonb, p_deadlines jsonb) returns void
  language plpgsql volatile
as $$
declare
  own uuid := ledger.institution();
  gone record;
begin
  if p_settled is not null then
    for gone in
      select s.stream, s.name, s.due from jsonb_to_recordset(p_settled) as s(stream text, name text, due timestamptz)
    loop
      delete from ledger.deadline d
      where d.institution = own and d.stream = gone.stream and d.name = gone.name and d.due = coalesce(gone.due, d.due);
    end loop;
  end if;
  if p_deadlines is not null then
    insert into ledger.deadline (institution, stream, name, due, verb)
    select own, d.stream, d.name, d.due, d.verb
    from jsonb_to_recordset(p_deadlines) as d(stream text, name text, due timestamptz, verb text)
    on conflict (institution, stream, name) do update set due = excluded.due, verb = excluded.verb;
  end if;
end $$;
