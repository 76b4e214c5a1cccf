-- After a restore: deletes every key that was destroyed before. Answers how many had come back.
create function ledger.reapply_destroyed_keys() returns bigint
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  each uuid;
  back bigint;
  total bigint := 0;
begin
  for each in select institution from ledger.institution loop
    perform set_config('mouding.institution', each::text, true);
    delete from vault.data_key k using ledger.destroyed_key d
    where k.institution = each and d.institution = each and d.subject = k.subject;
    get diagnostics back = row_count;
    total := total + back;
  end loop;
  return total;
end $$;
