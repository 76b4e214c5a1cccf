-- The tree by its tiles, 256 hashes of 32 bytes when full. A tile grows and is never otherwise changed.
create table ledger.tile (
  institution uuid not null,
  generation int not null,
  level smallint not null,
  idx bigint not null,
  hashes bytea not null,
  constraint tile_pkey primary key (institution, generation, level, idx),
  constraint tile_hashes_check check (octet_length(hashes) % 32 = 0),
  constraint tile_size_check check (octet_length(hashes) <= 8192)
);

alter table ledger.tile enable row level security;
alter table ledger.tile force row level security;
create policy of_institution on ledger.tile using (institution = ledger.institution());
