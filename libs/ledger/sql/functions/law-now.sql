-- Law time: facts, deadlines and notices go by it. Real time, unless the institution rehearses.
create function ledger.law_now(p_institution uuid) returns timestamptz
  language plpgsql volatile
as $$
declare
  ahead bigint;
begin
  select c.ahead_ms into ahead from ledger.clock c where c.institution = p_institution;
  return date_trunc('milliseconds', clock_timestamp() + coalesce(ahead, 0) * interval '1 millisecond');
end $$;
