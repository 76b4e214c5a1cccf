-- What one login stands for, for the auditor's service, which signs its people in by itself: it can ask for one login at
-- a time, and list none.
create function ledger.credential_of(p_login text)
  returns table (person uuid, login text, secret text, one_time boolean, active boolean, changed timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  select c.person, c.login, c.secret, c.one_time, c.active, c.changed from ledger.credential c
  where c.institution = ledger.institution() and c.login = p_login;
end;
