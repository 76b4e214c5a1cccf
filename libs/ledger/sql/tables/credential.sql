-- How people sign in. `secret` is an argon2id string.
create table ledger.credential (
  institution uuid not null,
  login text not null,
  person uuid not null,
  secret text not null,
  changed timestamptz(3) not null,
  constraint credential_pkey primary key (institution, login)
);

alter table ledger.credential enable row level security;
alter table ledger.credential force row level security;
create policy of_institution on ledger.credential using (institution = ledger.institution());
