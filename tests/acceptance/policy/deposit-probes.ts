import { addressOf } from '../../play/http.ts';
import type { Probe } from './probes.ts';

/** What is asked of a deposit beside its acts, and of a code that is none: everybody hears the same of that. */
export function depositProbes(stream: string): readonly Probe[] {
  const draw = 'POST /v1/deposits/{id}/code';
  const open = 'GET /v1/deposit-codes/current';
  const leave = 'POST /v1/deposit-codes/current/files';
  const headers = { 'deposit-code': 'no-code' };
  const bytes = new TextEncoder().encode('一份原件');
  return [
    { name: draw, route: draw, wish: { method: 'POST', path: `${addressOf(stream)}/code`, body: {} } },
    { name: open, route: open, wish: { method: 'GET', path: '/v1/deposit-codes/current', headers } },
    {
      name: leave,
      route: leave,
      wish: { method: 'POST', path: '/v1/deposit-codes/current/files', headers, bytes },
    },
  ];
}
