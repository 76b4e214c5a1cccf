create trigger never_less before delete or truncate on ledger.tile
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update on ledger.tile
  for each row when (
    substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes
    or (new.institution, new.generation, new.level, new.idx) <> (old.institution, old.generation, old.level, old.idx)
  ) execute function ledger.refuse_change();
