import type { ArgumentsHost } from '@nestjs/common';
import type { Request } from 'express';
import { pino } from 'pino';
import { leaveUntraced } from '../session/visitor.ts';
import { ProblemFilter } from './problem-filter.ts';

/** Lets the filter catch an error of a request; answers the lines of the log, and what went out. */
function caught(error: unknown, untraced: boolean): { readonly lines: string; readonly sent: string } {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const request = { method: 'POST', path: '/v1/anonymous/opinions', headers: {} } as Request;
  if (untraced) leaveUntraced(request);
  let sent = '';
  const response = {
    headersSent: false,
    setHeader: () => response,
    status: () => response,
    type: () => response,
    send: (body: string) => void (sent = body),
  };
  const http = { getRequest: () => request, getResponse: () => response };
  new ProblemFilter(log).catch(error, { switchToHttp: () => http } as ArgumentsHost);
  return { lines: lines.join(''), sent };
}

test('a fault of ours is logged with what it can be found by', () => {
  const { lines, sent } = caught(new TypeError('第三章'), false);
  expect(lines).toContain((JSON.parse(sent) as { traceId: string }).traceId);
});

test('where nothing may be traced, the log says that there was one, and of what kind', () => {
  const { lines, sent } = caught(new TypeError('第三章'), true);
  const { level, time, pid, hostname, ...told } = JSON.parse(lines) as { [key: string]: unknown };
  expect(told).toEqual({ kind: 'TypeError', msg: 'fault' });
  expect([level, time, pid, hostname]).not.toContain(undefined);
  expect(lines).not.toContain((JSON.parse(sent) as { traceId: string }).traceId);
});
