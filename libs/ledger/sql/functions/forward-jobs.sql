-- Hands jobs of the outbox to the worker's queue, the oldest first, and answers how many. A key belongs to the
-- institution; a later job with the same key replaces one that has not started. Originals are read one at a time, over
-- all workers. Run by the worker: the queue is its own.
create function ledger.forward_jobs(p_most int) returns int
  language plpgsql volatile
as $$
declare
  taken int;
begin
  with gone as (
    delete from ledger.outbox o
    using (select i.institution, i.id from ledger.outbox i order by i.id limit p_most for update skip locked) t
    where o.institution = t.institution and o.id = t.id
    returning o.institution, o.id, o.task, o.payload, o.key
  ), latest as (
    select distinct on (g.institution, coalesce(g.key, g.id::text), g.key is null) g.*
    from gone g
    order by g.institution, coalesce(g.key, g.id::text), g.key is null, g.id desc
  ), handed as (
    select graphile_worker.add_jobs(array_agg(
      (l.task, l.payload, case l.task when 'read-original' then 'read-original' end, null, null, l.institution::text || ':' || l.key, null, null)::graphile_worker.job_spec
      order by l.id
    ))
    from latest l having count(*) > 0
  )
  select (select count(*) from gone) into taken from (select count(*) from handed) as done;
  return taken;
end $$;
