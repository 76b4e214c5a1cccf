-- Heads that went out by mail: each party once for each day, whatever became of the process that sent it. A row is
-- written after the mail server has taken or refused the mail for good. Machine time.
create table ledger.mailed_head (
  institution uuid not null,
  day date not null,
  address text not null,
  size bigint not null,
  taken boolean not null,
  at timestamptz(3) not null default clock_timestamp(),
  constraint mailed_head_pkey primary key (institution, day, address)
);

alter table ledger.mailed_head enable row level security;
alter table ledger.mailed_head force row level security;
create policy of_institution on ledger.mailed_head using (institution = ledger.institution());
