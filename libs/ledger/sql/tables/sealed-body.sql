-- Bodies that a key can erase: ciphertext under the subject's data key. The entry holds their hash.
create table ledger.sealed_body (
  institution uuid not null,
  stream text collate "C" not null,
  version int not null,
  subject uuid not null,
  body bytea not null,
  constraint sealed_body_pkey primary key (institution, stream, version, subject)
);

alter table ledger.sealed_body enable row level security;
alter table ledger.sealed_body force row level security;
create policy of_institution on ledger.sealed_body using (institution = ledger.institution());
