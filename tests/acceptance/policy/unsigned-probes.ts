import { addressOf } from '../../play/http.ts';
import type { Probe } from './probes.ts';

/** What everybody of the house may ask of a consultation: it has ended, so that nobody is handed a token. */
export function unsignedProbes(stream: string): readonly Probe[] {
  const get = 'GET /v1/consultations/{id}/anonymity';
  const post = 'POST /v1/consultations/{id}/tokens';
  const give = 'POST /v1/anonymous/opinions';
  const path = addressOf(stream);
  const [, consultation = ''] = stream.split('/');
  const body = { token: 'no-token', consultation, about: '第一章', quote: null, wording: '意见' };
  return [
    { name: get, route: get, wish: { method: 'GET', path: `${path}/anonymity` } },
    { name: post, route: post, wish: { method: 'POST', path: `${path}/tokens`, body: {} } },
    { name: give, route: give, wish: { method: 'POST', path: '/v1/anonymous/opinions', body } },
  ];
}
