-- Whether checkpoints come out, and if not, why: for the doctor and whoever watches. Machine time.
create table ledger.log_state (
  institution uuid not null,
  state text not null,
  reason_zh text not null,
  reason_en text not null,
  since timestamptz(3) not null default clock_timestamp(),
  at timestamptz(3) not null default clock_timestamp(),
  constraint log_state_pkey primary key (institution),
  constraint log_state_state_check check (state in ('publishing', 'waiting', 'stopped'))
);

alter table ledger.log_state enable row level security;
alter table ledger.log_state force row level security;
create policy of_institution on ledger.log_state using (institution = ledger.institution());
