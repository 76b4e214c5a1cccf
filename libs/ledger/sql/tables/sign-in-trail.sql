-- What was tried with a login and from an address, by a hash: for logins that do not exist as well, or the trail would
-- tell which do. It belongs to no institution, since whoever guesses names one that may not exist either.
create table ledger.sign_in_trail (
  subject bytea not null,
  failures int not null,
  heard_from timestamptz(3) not null,
  last timestamptz(3) not null,
  constraint sign_in_trail_pkey primary key (subject)
);

create index sign_in_trail_last_index on ledger.sign_in_trail (last);
