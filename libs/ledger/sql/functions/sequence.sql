-- Gives leaf indexes to every unsequenced entry that this snapshot sees, at most p_limit, dense per institution;
-- answers how many, or -1 when another sequencer is at work. The lock lasts to the end of the transaction, and the
-- snapshot is younger than the lock (read committed). What an open transaction still hides is taken later; nothing
-- waits for it, nothing is skipped. Should the lock ever fail, the keys of ledger.leaf make one of two writers lose.
create function ledger.sequence(p_limit int) returns bigint
  language plpgsql volatile
as $$
declare
  taken bigint;
begin
  if not pg_try_advisory_xact_lock(7201, 1) then
    return -1;
  end if;
  with batch as (
    delete from ledger.unsequenced u
    where u.ctid = any (array(select w.ctid from ledger.unsequenced w order by w.pos limit p_limit))
    returning u.institution, u.pos, u.stream, u.version
  ), size as materialized (
    select i.institution, coalesce((
      select l.idx + 1 from ledger.leaf l where l.institution = i.institution order by l.idx desc limit 1
    ), 0) as leaves
    from (select distinct b.institution from batch b) i
  )
  insert into ledger.leaf (institution, idx, stream, version)
  select b.institution, s.leaves + row_number() over (partition by b.institution order by b.pos) - 1, b.stream, b.version
  from batch b join size s on s.institution = b.institution;
  get diagnostics taken = row_count;
  if taken > 0 then
    perform pg_notify('mouding_leaf', taken::text);
  end if;
  return taken;
end $$;
