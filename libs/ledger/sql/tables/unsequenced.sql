-- Entries that have no leaf index yet: written with the entry, taken away with the leaf. Nearly always nearly empty.
-- The key leads with pos: one sequencer takes the oldest of all institutions.
create table ledger.unsequenced (
  institution uuid not null,
  pos bigint not null default nextval('ledger.append_order'),
  stream text collate "C" not null,
  version int not null,
  constraint unsequenced_pkey primary key (pos, institution)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);

alter table ledger.unsequenced enable row level security;
alter table ledger.unsequenced force row level security;
create policy of_institution on ledger.unsequenced using (institution = ledger.institution());
