import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { masked, withoutSecrets } from './without-secrets.ts';

/**
 * One JSON line a message on standard error, so that standard output stays free for what a launcher waits for. What looks
 * like a secret is taken out of every line, however deep it stands and whatever it is called.
 */
export const openLog = (
  name: string,
  level: string,
  destination: DestinationStream = pino.destination(2),
): Logger =>
  pino(
    {
      name,
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: (line) => withoutSecrets(line) },
      // Errors are written by the formatter: pino's own would write what the driver knows of the rows.
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(words, method) {
          method.apply(this, spoken(words) as typeof words);
        },
      },
    },
    destination,
  );

/** What is said, without secrets. An error alone would lend the line its own message, which nobody has looked at. */
function spoken([first, ...rest]: readonly unknown[]): readonly unknown[] {
  const error = first instanceof Error ? first : errorIn(first);
  const words = error && rest.length === 0 ? [error.message] : rest;
  const said = words.map((word) => (typeof word === 'string' ? masked(word) : word));
  return [
    first instanceof Error ? { err: first } : typeof first === 'string' ? masked(first) : first,
    ...said,
  ];
}

const errorIn = (line: unknown): Error | undefined => {
  const { err } = (line ?? {}) as { readonly err?: unknown };
  return err instanceof Error ? err : undefined;
};

/** Nest's own messages through the same log. */
export function nestLog(log: Logger): LoggerService {
  const at =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]): void => {
      log[level]({ context: rest.at(-1) }, message instanceof Error ? message.message : String(message));
    };
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('debug') };
}
