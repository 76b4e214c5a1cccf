-- Says where a person is reached, or forgets it (null): then what was sent there no longer says where, either.
create function ledger.set_contact(p_person uuid, p_channel text, p_address text) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  if p_address is null then
    delete from ledger.contact c where c.institution = own and c.person = p_person and c.channel = p_channel;
    update ledger.message m set address = null
    where m.institution = own and m.person = p_person and m.channel = p_channel and m.address is not null;
  else
    insert into ledger.contact (institution, person, channel, address) values (own, p_person, p_channel, p_address)
    on conflict (institution, person, channel) do update set address = excluded.address;
  end if;
end $$;
