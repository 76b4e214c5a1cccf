-- When a command that is judged by its time first reached the database. Committed before the command is tried, so
-- that a retry after a crash is judged by the first reading. The request belongs to the key: another body sent under
-- the same key is another arrival.
create table ledger.arrival (
  institution uuid not null,
  person text not null,
  key text not null,
  verb text not null,
  target text not null,
  body_hash text not null,
  received timestamptz(3) not null,
  constraint arrival_pkey primary key (institution, person, key, verb, target, body_hash)
);

alter table ledger.arrival enable row level security;
alter table ledger.arrival force row level security;
create policy of_institution on ledger.arrival using (institution = ledger.institution());
