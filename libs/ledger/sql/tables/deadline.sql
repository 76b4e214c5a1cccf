-- What falls due, in law time. The worker turns rows into commands; no machine has a timer of its own.
create table ledger.deadline (
  institution uuid not null,
  stream text collate "C" not null,
  name text not null,
  due timestamptz(3) not null,
  verb text not null,
  constraint deadline_pkey primary key (institution, stream, name)
);

create index deadline_due_index on ledger.deadline (institution, due);

alter table ledger.deadline enable row level security;
alter table ledger.deadline force row level security;
create policy of_institution on ledger.deadline using (institution = ledger.institution());
