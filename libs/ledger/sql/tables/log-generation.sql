-- The logs that an institution has had, the newest counts. A further one is opened only by a declaration: it says why,
-- and where the one before had been signed last, though this database may not reach that far.
create table ledger.log_generation (
  institution uuid not null,
  generation int not null,
  origin text not null,
  reason text,
  after_size bigint,
  after_root bytea,
  at timestamptz(3) not null default clock_timestamp(),
  constraint log_generation_pkey primary key (institution, generation),
  constraint log_generation_reason_check check ((generation = 0) = (reason is null))
);

alter table ledger.log_generation enable row level security;
alter table ledger.log_generation force row level security;
create policy of_institution on ledger.log_generation using (institution = ledger.institution());
