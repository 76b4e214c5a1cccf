-- What was signed: a size, the root over as many leaves, the note as it was signed. Machine time.
create table ledger.checkpoint (
  institution uuid not null,
  generation int not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz(3) not null default clock_timestamp(),
  constraint checkpoint_pkey primary key (institution, generation, size),
  constraint checkpoint_root_check check (octet_length(root) = 32)
);

alter table ledger.checkpoint enable row level security;
alter table ledger.checkpoint force row level security;
create policy of_institution on ledger.checkpoint using (institution = ledger.institution());
