-- The clock reads the text out of an original and keeps the pictures in it as originals of their own. It is not told
-- what people call their files.
grant select, insert on ledger.file to mouding_worker;
