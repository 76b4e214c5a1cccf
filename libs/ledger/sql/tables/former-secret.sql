-- The last passwords of a person, as argon2id strings: they may not come again at once.
create table ledger.former_secret (
  institution uuid not null,
  person uuid not null,
  secret text not null,
  ended timestamptz(3) not null,
  constraint former_secret_pkey primary key (institution, person, secret)
);

alter table ledger.former_secret enable row level security;
alter table ledger.former_secret force row level security;
create policy of_institution on ledger.former_secret using (institution = ledger.institution());
