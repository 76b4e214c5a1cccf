-- Founds a tenant; a second founding of the same one changes nothing. A rehearsal may begin at another law time than
-- now: before its first fact nothing can be put out of order by it.
create function ledger.found(p_institution uuid, p_code text, p_name text, p_mode text, p_start timestamptz)
  returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('mouding.institution', p_institution::text, true);
  insert into ledger.institution (institution, code, name, mode) values (p_institution, p_code, p_name, p_mode)
  on conflict (institution) do nothing;
  if found and p_start is not null then
    if p_mode <> 'rehearsal' then
      raise exception 'only a rehearsal begins at another time';
    end if;
    insert into ledger.clock (institution, ahead_ms)
    values (p_institution, ceil(extract(epoch from p_start - clock_timestamp()) * 1000));
  end if;
end $$;
