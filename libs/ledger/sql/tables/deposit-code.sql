-- What a 报送码 opens, by the hash of its secret: one secret for one deposit, the last one drawn. The secret itself is
-- kept nowhere.
create table ledger.deposit_code (
  institution uuid not null,
  deposit uuid not null,
  hash bytea not null,
  constraint deposit_code_pkey primary key (institution, deposit)
);

create unique index deposit_code_hash_index on ledger.deposit_code (institution, hash);

alter table ledger.deposit_code enable row level security;
alter table ledger.deposit_code force row level security;
create policy of_institution on ledger.deposit_code using (institution = ledger.institution());
