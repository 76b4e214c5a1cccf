-- A session of the auditor's service is what the log says of it: it begins with the sign-in, lives by its readings and
-- ends with the sign-out. `session` is a hash: of a token that nobody keeps, and of the password that it began with.
alter table ledger.audit_log add column session text;

create index audit_log_session_index on ledger.audit_log (institution, session, pos) where session is not null;
