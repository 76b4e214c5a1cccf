-- Originals by the hash of their bytes: a Word file as it was handed in, a scan of a signed sheet. Stored beside the
-- row and uncompressed, so that a part of one is read without the rest.
create table ledger.file (
  institution uuid not null,
  hash bytea not null,
  content bytea not null,
  bytes int not null,
  media_type text not null,
  received timestamptz(3) not null,
  constraint file_pkey primary key (institution, hash),
  constraint file_hash_check check (hash = sha256(content)),
  constraint file_bytes_check check (bytes > 0 and bytes = octet_length(content))
);
alter table ledger.file alter column content set storage external;

alter table ledger.file enable row level security;
alter table ledger.file force row level security;
create policy of_institution on ledger.file using (institution = ledger.institution());
