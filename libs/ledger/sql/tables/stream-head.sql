-- Where each stream stands: the row that append compares and sets. Rows are never deleted.
create table ledger.stream_head (
  institution uuid not null,
  stream text collate "C" not null,
  version int not null,
  hash bytea not null,
  constraint stream_head_pkey primary key (institution, stream)
) with (fillfactor = 70);

alter table ledger.stream_head enable row level security;
alter table ledger.stream_head force row level security;
create policy of_institution on ledger.stream_head using (institution = ledger.institution());
