-- The worker mails, and writes down that it did; the auditor sees to whom.
grant select, insert on ledger.mailed_head to mouding_worker;
grant select on ledger.mailed_head to mouding_audit;
