import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** One JSON line a message on standard error, so that standard output stays free for what a launcher waits for. */
export const openLog = (name: string, level: string): Logger =>
  pino({ name, level, redact: ['cookie', 'password', '*.cookie', '*.password'] }, pino.destination(2));

/** Nest's own messages through the same log. */
export function nestLog(log: Logger): LoggerService {
  const at =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]): void => {
      log[level]({ context: rest.at(-1) }, message instanceof Error ? message.message : String(message));
    };
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('debug') };
}
