-- The second factor of a person (RFC 6238). Its secret is wrapped by the key file; no step of time counts twice.
create table ledger.second_factor (
  institution uuid not null,
  person uuid not null,
  wrapped bytea not null,
  confirmed boolean not null,
  last_step bigint not null,
  constraint second_factor_pkey primary key (institution, person)
);

alter table ledger.second_factor enable row level security;
alter table ledger.second_factor force row level security;
create policy of_institution on ledger.second_factor using (institution = ledger.institution());
