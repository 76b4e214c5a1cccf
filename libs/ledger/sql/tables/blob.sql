-- Texts by the hash of their bytes. Bytes, so that nothing between the hash and the text depends on an encoding.
create table ledger.blob (
  institution uuid not null,
  hash bytea not null,
  content bytea not null,
  bytes int not null,
  received timestamptz(3) not null,
  constraint blob_pkey primary key (institution, hash),
  constraint blob_hash_check check (hash = sha256(content)),
  constraint blob_bytes_check check (bytes = octet_length(content))
);

alter table ledger.blob enable row level security;
alter table ledger.blob force row level security;
create policy of_institution on ledger.blob using (institution = ledger.institution());
