-- Codes that stand in for the second factor, each once, by their hash: 80 random bits need no slow one.
create table ledger.recovery_code (
  institution uuid not null,
  person uuid not null,
  code_hash bytea not null,
  constraint recovery_code_pkey primary key (institution, person, code_hash)
);

alter table ledger.recovery_code enable row level security;
alter table ledger.recovery_code force row level security;
create policy of_institution on ledger.recovery_code using (institution = ledger.institution());
