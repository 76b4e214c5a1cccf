import { withSource, type LogSource, type ReaderOptions } from './log-rows.ts';
import { textBy } from './statements.ts';

/** A reader of one institution's log that finds texts, too. */
export interface LogReader extends LogSource {
  text(key: string): Promise<string | undefined>;
}

/** Runs `work` with a reader of one institution. */
export const withReader = <T>(options: ReaderOptions, work: (reader: LogReader) => Promise<T>): Promise<T> =>
  withSource(options, (source) =>
    work({
      ...source,
      async text(key) {
        const { rows } = await source.client.query<{ content: Buffer }>(textBy(key));
        return rows[0]?.content.toString('utf8');
      },
    }),
  );
