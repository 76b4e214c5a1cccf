import pg from 'pg';

/** The first row of an answer, or the error that PostgreSQL or the network gave. */
export type Answer =
  { readonly row: Readonly<Record<string, unknown>> | undefined } | { readonly error: string };

/** Puts one question to a database, waiting at most ten seconds for it to be reached. */
export async function ask(url: string, sql: string): Promise<Answer> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'mouding',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return { row: rows[0] };
  } catch (error) {
    return { error: error instanceof Error ? error.message || String(error) : String(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
