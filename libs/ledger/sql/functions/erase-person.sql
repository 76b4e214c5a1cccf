-- Erases a person, in the transaction of the fact that says so: the data key is destroyed for good, and whatever stands
-- beside the log and says who the id was goes with it. Nothing of the log changes.
create function ledger.erase_person(p_person uuid) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  own uuid := ledger.institution();
begin
  perform ledger.destroy_key(p_person);
  -- The trail of a login is found by the login, so it goes before it.
  perform ledger.unlock_sign_in(p_person);
  delete from ledger.session s where s.institution = own and s.person = p_person;
  delete from ledger.step_up s where s.institution = own and s.person = p_person;
  delete from ledger.recovery_code c where c.institution = own and c.person = p_person;
  delete from ledger.second_factor f where f.institution = own and f.person = p_person;
  delete from ledger.former_secret s where s.institution = own and s.person = p_person;
  delete from ledger.credential c where c.institution = own and c.person = p_person;
  delete from ledger.contact c where c.institution = own and c.person = p_person;
  -- A refused mail quotes the address in the server's answer.
  update ledger.message m set address = null, last_error = null
  where m.institution = own and m.person = p_person and (m.address is not null or m.last_error is not null);
  delete from ledger.draft d where d.institution = own and d.person = p_person;
  delete from ledger.file_name n where n.institution = own and n.person = p_person;
  delete from ledger.directory d where d.institution = own and d.person = p_person;
end $$;
