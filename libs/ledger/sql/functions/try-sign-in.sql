-- Counts an attempt to sign in before it is judged, so that parallel guesses are counted by every process together;
-- answers the seconds after which the next one is heard, 0 for now. A login waits after `free` failures, first
-- `first_wait` seconds and `factor` times as long each time, at most `longest`. An address is forgiven one failure every
-- ten seconds and waits while it has more than `address_free`.
create function ledger.try_sign_in(
  of_login bytea, of_address bytea, free int, first_wait int, factor int, longest int, address_free int
) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  at timestamptz := clock_timestamp();
  login ledger.sign_in_trail;
  address ledger.sign_in_trail;
  failed int;
begin
  delete from ledger.sign_in_trail t where t.subject in (
    select o.subject from ledger.sign_in_trail o where o.last < at - interval '1 day'
    order by o.last limit 8 for update skip locked);
  insert into ledger.sign_in_trail values (of_login, 0, '-infinity', at) on conflict do nothing;
  select * into login from ledger.sign_in_trail t where t.subject = of_login for update;
  at := clock_timestamp();
  if login.heard_from > at then
    -- A time is kept to the millisecond: what rounding adds is no second more.
    return ceil(round(extract(epoch from login.heard_from - at)::numeric, 2));
  end if;
  insert into ledger.sign_in_trail values (of_address, 0, '-infinity', at) on conflict do nothing;
  select * into address from ledger.sign_in_trail t where t.subject = of_address for update;
  at := clock_timestamp();
  failed := greatest(0, address.failures - floor(extract(epoch from at - address.last) / 10)::int);
  if failed >= address_free then
    return 10;
  end if;
  -- Forgiveness goes by whole tens of seconds: what is left of one stays with the row.
  update ledger.sign_in_trail t set failures = failed + 1,
    last = case when failed = 0 then at
      else address.last + floor(extract(epoch from at - address.last) / 10) * interval '10 seconds' end
    where t.subject = of_address;
  failed := login.failures + 1;
  update ledger.sign_in_trail t set failures = failed, last = at,
    heard_from = case when failed < free then '-infinity'
      else at + least(longest, first_wait * power(factor, least(failed - free, 30))) * interval '1 second' end
    where t.subject = of_login;
  return 0;
end $$;
