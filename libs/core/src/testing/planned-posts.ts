import type { Fact } from '../stream.ts';
import { uuid } from './given.ts';
import { ADMIN, filled, made, NOW, person, post } from './house.ts';

export const secretary = made(1, 'committee-member');
export const deputy = made(2, 'committee-member');
export const posts = [secretary, deputy, filled(1, 1), filled(2, 2)];
export const now = { now: NOW, actor: ADMIN };
export const [MARCH_1, MARCH_5] = ['2026-02-28T16:00:00.000Z', '2026-03-04T16:00:00.000Z'];
export const on = (day: string): { readonly on: string } => ({ on: day });
export const planned = (verb: string, body: object, at: string, act = uuid(70)): Fact => ({
  type: 'ActPlanned',
  data: { act, verb, body, at, waits: 'day', by: person(9), checker: null },
});
export const leaves = planned('org.vacate-post', { post: post(1), on: '2026-03-01' }, MARCH_1, uuid(71));
export const acts = planned(
  'org.appoint-acting',
  { post: post(1), by: { post: post(2) }, on: '2026-03-01', until: '2026-03-04' },
  MARCH_1,
  uuid(72),
);
export const comes = planned(
  'org.fill-post',
  { post: post(1), person: person(3), on: '2026-03-05' },
  MARCH_5,
  uuid(73),
);
export const vacated: Fact = {
  type: 'PostVacated',
  data: { post: post(1), person: person(1), until: MARCH_1 },
};
