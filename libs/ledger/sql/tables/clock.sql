-- How far the law time of a rehearsal runs ahead of real time, or behind it (negative). Milliseconds, not an interval: days of an interval
-- would follow the time zone of whoever asks.
create table ledger.clock (
  institution uuid not null,
  ahead_ms bigint not null,
  constraint clock_pkey primary key (institution)
);

alter table ledger.clock enable row level security;
alter table ledger.clock force row level security;
create policy of_institution on ledger.clock using (institution = ledger.institution());
