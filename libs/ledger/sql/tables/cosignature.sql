-- What witnesses signed beside it: a line of the note each. Machine time of the witness, and of this database.
create table ledger.cosignature (
  institution uuid not null,
  generation int not null,
  size bigint not null,
  witness text not null,
  line text not null,
  seconds bigint not null,
  at timestamptz(3) not null default clock_timestamp(),
  constraint cosignature_pkey primary key (institution, generation, size, witness)
);

alter table ledger.cosignature enable row level security;
alter table ledger.cosignature force row level security;
create policy of_institution on ledger.cosignature using (institution = ledger.institution());
