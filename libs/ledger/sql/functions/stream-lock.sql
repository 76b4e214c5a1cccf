-- The advisory lock that stands for a stream, one that does not exist yet included. Two streams that share a number
-- only wait for each other without need.
create function ledger.stream_lock(p_institution uuid, p_stream text) returns bigint
  language sql immutable parallel safe
  return hashtextextended(p_institution::text || p_stream, 0);
