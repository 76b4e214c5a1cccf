-- A second factor asked for one exact command: who, what, of which stream, with which body. It is used once, within
-- minutes, in the transaction of that command.
create table ledger.step_up (
  institution uuid not null,
  id uuid not null,
  person uuid not null,
  verb text not null,
  target text not null,
  body_hash text not null,
  ends timestamptz(3) not null,
  tries int not null default 0,
  passed boolean not null default false,
  constraint step_up_pkey primary key (institution, id)
);

create index step_up_ends_index on ledger.step_up (institution, ends);

alter table ledger.step_up enable row level security;
alter table ledger.step_up force row level security;
create policy of_institution on ledger.step_up using (institution = ledger.institution());
