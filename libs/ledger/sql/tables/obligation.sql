-- Read model: who owes what by when, at one version of the stream. Closed obligations have no row.
create table ledger.obligation (
  institution uuid not null,
  stream text collate "C" not null,
  name text not null,
  version int not null,
  holder text not null,
  verb text not null,
  case_id text,
  due timestamptz(3),
  constraint obligation_pkey primary key (institution, stream, name)
) with (fillfactor = 80);

create index obligation_holder_index on ledger.obligation (institution, holder);
create index obligation_case_index on ledger.obligation (institution, case_id);

alter table ledger.obligation enable row level security;
alter table ledger.obligation force row level security;
create policy of_institution on ledger.obligation using (institution = ledger.institution());
