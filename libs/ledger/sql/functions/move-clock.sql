-- Moves the law clock of a rehearsal forward; answers the new law time, or the rule that refuses.
create function ledger.move_clock(p_to timestamptz) returns table (refused text, law_now timestamptz)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  -- One mover at a time: the comparison below must hold until the row is written.
  perform pg_advisory_xact_lock(hashtextextended(own::text, 3));
  if not exists (select from ledger.institution i where i.institution = own and i.mode = 'rehearsal') then
    refused := 'live';
  elsif p_to < ledger.law_now(own) then
    refused := 'backwards';
  else
    insert into ledger.clock as c (institution, ahead_ms)
    values (own, ceil(extract(epoch from p_to - clock_timestamp()) * 1000))
    on conflict (institution) do update set ahead_ms = greatest(c.ahead_ms, excluded.ahead_ms);
  end if;
  law_now := ledger.law_now(own);
  return next;
end $$;
