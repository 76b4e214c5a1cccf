-- What a token is good for, by its hash. Made with the whole pool, so that a row says nothing of who took it or when.
-- `proof` recognises the same opinion sent again; it can be made by whoever has the token alone, and goes once a box
-- was emptied.
create table ledger.opinion_token (
  institution uuid not null,
  hash bytea not null,
  consultation uuid not null,
  used boolean not null default false,
  proof bytea,
  constraint opinion_token_pkey primary key (institution, hash)
);

create index opinion_token_consultation_index on ledger.opinion_token (institution, consultation);

alter table ledger.opinion_token enable row level security;
alter table ledger.opinion_token force row level security;
create policy of_institution on ledger.opinion_token using (institution = ledger.institution());
