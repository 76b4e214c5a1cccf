-- Unsigned opinions that wait for the end of their day, sealed under the key of their consultation. No time finer than
-- the day; ids are random, so that rows have no order.
create table ledger.opinion_box (
  institution uuid not null,
  consultation uuid not null,
  id uuid not null,
  day date not null,
  body bytea not null,
  constraint opinion_box_pkey primary key (institution, consultation, id)
);

alter table ledger.opinion_box enable row level security;
alter table ledger.opinion_box force row level security;
create policy of_institution on ledger.opinion_box using (institution = ledger.institution());
