-- One process for all institutions: it sees which entries exist, never what they say.
grant select, delete on ledger.unsequenced to mouding_sequencer;
grant select, insert on ledger.leaf to mouding_sequencer;
grant execute on function ledger.sequence to mouding_sequencer;
create policy every_institution on ledger.unsequenced to mouding_sequencer using (true);
create policy every_institution on ledger.leaf to mouding_sequencer using (true);
