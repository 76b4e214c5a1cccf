create sequence ledger.audit_order as bigint cache 1;
