-- Subjects whose data key was destroyed. Dumps carry this list and not the keys, so a restore cannot bring a key back.
create table ledger.destroyed_key (
  institution uuid not null,
  subject uuid not null,
  at timestamptz(3) not null default now(),
  constraint destroyed_key_pkey primary key (institution, subject)
);

alter table ledger.destroyed_key enable row level security;
alter table ledger.destroyed_key force row level security;
create policy of_institution on ledger.destroyed_key using (institution = ledger.institution());
