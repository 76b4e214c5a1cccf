-- Forgets what failed with the logins of a person of this institution.
create function ledger.unlock_sign_in(p_person uuid) returns void
  language sql volatile security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  delete from ledger.sign_in_trail t where t.subject in (
    select sha256(convert_to('login/' || i.code || '/' || c.login, 'UTF8'))
    from ledger.credential c join ledger.institution i using (institution)
    where c.institution = ledger.institution() and c.person = p_person);
end;
