-- What a person has typed and not yet sent, sealed with the person's data key. Outside the log: it is nobody else's, and
-- goes when it is sent. An empty one stays a while, so that another machine learns that it was sent.
create table ledger.draft (
  institution uuid not null,
  person uuid not null,
  about text collate "C" not null,
  version integer not null,
  body bytea not null,
  cm text not null,
  stored timestamptz(3) not null default now(),
  constraint draft_pkey primary key (institution, person, about),
  constraint draft_about_check check (about ~ '^[A-Za-z0-9.:_-]{1,200}$'),
  constraint draft_version_check check (version > 0)
);

alter table ledger.draft enable row level security;
alter table ledger.draft force row level security;
create policy of_institution on ledger.draft using (institution = ledger.institution());
