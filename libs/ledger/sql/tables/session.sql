-- Signed-in sessions, by the hash of their token: who reads this table can impersonate nobody.
create table ledger.session (
  institution uuid not null,
  token_hash bytea not null,
  person uuid not null,
  created timestamptz(3) not null,
  used timestamptz(3) not null,
  ends timestamptz(3) not null,
  constraint session_pkey primary key (institution, token_hash)
);

create index session_person_index on ledger.session (institution, person);

alter table ledger.session enable row level security;
alter table ledger.session force row level security;
create policy of_institution on ledger.session using (institution = ledger.institution());
