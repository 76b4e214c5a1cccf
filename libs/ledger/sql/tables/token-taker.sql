-- How many tokens a person took for one consultation: neither which, nor when, nor in what order.
create table ledger.token_taker (
  institution uuid not null,
  consultation uuid not null,
  person uuid not null,
  taken int not null,
  constraint token_taker_pkey primary key (institution, consultation, person),
  constraint token_taker_taken_check check (taken > 0)
);

alter table ledger.token_taker enable row level security;
alter table ledger.token_taker force row level security;
create policy of_institution on ledger.token_taker using (institution = ledger.institution());
