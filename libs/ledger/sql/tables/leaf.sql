-- The order of an institution's log: dense from 0, given once, by the sequencer. Every later reader follows idx.
create table ledger.leaf (
  institution uuid not null,
  idx bigint not null,
  stream text collate "C" not null,
  version int not null,
  constraint leaf_pkey primary key (institution, idx),
  constraint leaf_entry_unique unique (institution, stream, version)
);

alter table ledger.leaf enable row level security;
alter table ledger.leaf force row level security;
create policy of_institution on ledger.leaf using (institution = ledger.institution());
