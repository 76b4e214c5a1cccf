-- Texts that are trees, by their root. The root is made of the nodes and checked outside; `hash` is that of the bytes,
-- so that a changed byte shows here too. Bytes: the canonical document, in which the salt stands.
create table ledger.tree (
  institution uuid not null,
  root bytea not null,
  hash bytea not null,
  content bytea not null,
  bytes int not null,
  received timestamptz(3) not null,
  constraint tree_pkey primary key (institution, root),
  constraint tree_root_check check (octet_length(root) = 32),
  constraint tree_hash_check check (hash = sha256(content)),
  constraint tree_bytes_check check (bytes = octet_length(content))
);

alter table ledger.tree enable row level security;
alter table ledger.tree force row level security;
create policy of_institution on ledger.tree using (institution = ledger.institution());
