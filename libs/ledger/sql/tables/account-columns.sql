-- Of an account: whether its password was chosen by somebody else and must be changed first, and whether it is in use.
alter table ledger.credential
  add column one_time boolean not null default false,
  add column active boolean not null default true;
create index credential_person_index on ledger.credential (institution, person);

-- Of a session: a name for its owner to end it by, the browser it began in, and whether nothing may be done with it
-- before the password is changed.
alter table ledger.session
  add column id uuid not null default gen_random_uuid(),
  add column agent text not null default '',
  add column limited boolean not null default false;
