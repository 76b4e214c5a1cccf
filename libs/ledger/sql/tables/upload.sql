-- Who brought which text: citing a text shows it to whoever sees the citing stream, so that a hash alone must not do.
create table ledger.upload (
  institution uuid not null,
  hash bytea not null,
  person uuid not null,
  received timestamptz(3) not null,
  constraint upload_pkey primary key (institution, hash, person)
);

alter table ledger.upload enable row level security;
alter table ledger.upload force row level security;
create policy of_institution on ledger.upload using (institution = ledger.institution());
