create sequence ledger.access_order as bigint cache 1;
