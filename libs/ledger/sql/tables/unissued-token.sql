-- Tokens for unsigned opinions that nobody has taken yet: made in bulk, handed out by lot, and then the row is gone.
create table ledger.unissued_token (
  institution uuid not null,
  consultation uuid not null,
  token bytea not null,
  constraint unissued_token_pkey primary key (institution, consultation, token)
);

alter table ledger.unissued_token enable row level security;
alter table ledger.unissued_token force row level security;
create policy of_institution on ledger.unissued_token using (institution = ledger.institution());
