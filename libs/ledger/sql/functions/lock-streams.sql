-- Locks streams until the end of the transaction, written ones exclusively and read ones shared, in the order of
-- their locks so that two commands cannot wait for each other; then answers where the streams stand and the law time,
-- both read after the last lock was got. A clock that was put back gives no earlier time than the streams end with. (Each statement of a volatile function sees what was committed before it.)
-- Here and below: plans are made once, often while tables are empty, so every look-up is spelled as one by its whole
-- key (lateral … offset 0) and no join is left to choose.
create function ledger.lock_streams(p_streams text[], p_writes boolean[])
  returns table (stream text, version int, hash bytea, law_now timestamptz)
  language plpgsql volatile
  set plan_cache_mode = force_generic_plan
as $$
declare
  own uuid := ledger.institution();
begin
  perform case when l.writes then pg_advisory_xact_lock(l.lock) else pg_advisory_xact_lock_shared(l.lock) end
  from (
    select ledger.stream_lock(own, u.stream) as lock, bool_or(u.writes) as writes
    from unnest(p_streams, p_writes) as u(stream, writes)
    group by 1 order by 1
  ) l;
  law_now := ledger.law_now(own);
  return query
    select u.stream, coalesce(h.version, 0), h.hash, greatest(lock_streams.law_now, max(e.at) over ())
    from unnest(p_streams) as u(stream)
    left join lateral (
      select h.version, h.hash from ledger.stream_head h where h.institution = own and h.stream = u.stream offset 0
    ) h on true
    left join lateral (
      select e.at from ledger.entry e where e.institution = own and e.stream = u.stream and e.version = h.version offset 0
    ) e on true;
end $$;
