-- Hands jobs to the worker, in the transaction of the facts that call for them: a list of {task, payload, key}. A key
-- belongs to the institution; a later job with the same key replaces one that has not started.
create function ledger.enqueue(p_jobs jsonb) returns void
  language plpgsql volatile
as $$
begin
  if p_jobs is null then
    return;
  end if;
  perform graphile_worker.add_jobs(array(
    select (j.task, j.payload, null, null, null, ledger.institution()::text || ':' || j.key, null, null)::graphile_worker.job_spec
    from jsonb_to_recordset(p_jobs) as j(task text, payload json, key text)
  ));
end $$;
