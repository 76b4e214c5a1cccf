-- Counts appends in the order in which they saw each other. CACHE 1 is load-bearing: with a larger cache a session
-- could hand out a number older than one that it has already read.
create sequence ledger.append_order as bigint cache 1;
