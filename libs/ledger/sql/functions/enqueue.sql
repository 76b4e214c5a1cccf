-- Puts jobs into the outbox, in the transaction of the facts that call for them: a list of {task, payload, key}.
create function ledger.enqueue(p_jobs jsonb) returns void
  language plpgsql volatile
as $$
begin
  if p_jobs is null then
    return;
  end if;
  insert into ledger.outbox (institution, task, payload, key)
  select ledger.institution(), j.task, j.payload, j.key
  from jsonb_to_recordset(p_jobs) as j(task text, payload json, key text);
end $$;
