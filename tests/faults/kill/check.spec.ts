import type { Company } from '../../play/company.ts';
import { astray, lostOrDoubled, wronglyDue, type Record } from './check.ts';
import { emptyMemory, type Memory } from './told.ts';

const PERSON = '00000000-0000-4000-8000-000000000001';
const company = { players: { office: { person: PERSON } } } as Company;
const hash = (n: number): string => n.toString(16).padStart(64, '0');

const entry = (n: number, more: Partial<Record['entries'][number]> = {}): Record['entries'][number] => ({
  house: 'hospital',
  stream: `org/${PERSON}`,
  version: n,
  type: 'PostCreated',
  leafHash: hash(n),
  at: '2026-01-01T00:00:00.000Z',
  by: PERSON,
  key: 'key',
  verb: 'org.create-post',
  data: {},
  ...more,
});

const receipt = (n: number) => ({
  stream: `org/${PERSON}`,
  version: n,
  leafHash: hash(n),
  at: '2026-01-01T00:00:00.000Z',
});
const carriedOut = (n: number): string =>
  JSON.stringify({ receipt: receipt(n), receipts: [receipt(n)], made: null, notices: [], may: [] });

/** One command, heard to have made entry 1, refused, or never heard of again. */
function memoryOf(heard: 'done' | 'refused' | 'unknown'): Memory {
  const act = { who: 'office', verb: 'org.create-post', on: 'org', body: {} } as const;
  const wish = { method: 'POST', path: '/' };
  const text = heard === 'done' ? carriedOut(1) : '{"because":"rule"}';
  const answer =
    heard === 'unknown' ? null : { status: heard === 'done' ? 200 : 409, headers: new Headers(), text };
  return { ...emptyMemory(), told: [{ act, key: 'key', wish, heard: answer }] };
}

const nothing: Record = { entries: [], answers: new Map() };
const found = (
  heard: Parameters<typeof memoryOf>[0],
  entries: Record['entries'],
  answers = new Map<string, string>(),
) => lostOrDoubled(company, memoryOf(heard), { entries, answers }, nothing).length;

test('an acknowledged command that is lost, doubled or another is found', () => {
  expect(found('done', [entry(1)])).toBe(0);
  expect(found('done', [])).toBe(1);
  expect(found('done', [entry(1), entry(2)])).toBe(1);
  expect(found('done', [entry(2)])).toBe(1);
});

test('a refusal that is lost, doubled or carried out is found', () => {
  const refusal = { type: 'ActRefused' };
  expect(found('refused', [entry(1, refusal)])).toBe(0);
  expect(found('refused', [])).toBe(1);
  expect(found('refused', [entry(1, refusal), entry(2, refusal)])).toBe(1);
  expect(found('refused', [entry(1)])).toBe(1);
});

test('what nobody knows of is there as it was answered, or not at all', () => {
  const answers = new Map([[`${PERSON} key`, carriedOut(1)]]);
  expect(found('unknown', [])).toBe(0);
  expect(found('unknown', [entry(1)], answers)).toBe(0);
  expect(found('unknown', [entry(1)])).toBe(1);
  expect(found('unknown', [], answers)).toBe(1);
  expect(found('unknown', [entry(1), entry(2)], answers)).toBe(1);
});

test('an entry that nobody asked for is found', () => {
  expect(found('done', [entry(1), entry(2, { key: 'stranger' })])).toBe(1);
  expect(found('done', [entry(1), entry(2, { key: 'clockwork', by: null })])).toBe(0);
});

test('a filing that arrived twice or never is found, and an answer that came back so', () => {
  const filing = '00000000-0000-4000-8000-00000000000f';
  const sent = entry(1, { type: 'FilingSent', stream: `filing/${filing}` });
  const received = entry(2, { type: 'DossierReceived', data: { from: { filing } } });
  const answered = entry(3, { type: 'DossierAnswered', stream: 'dossier/d' });
  const taken = entry(4, { type: 'AnswerReceived', data: { dossier: 'd' } });
  const lines = (entries: Record['entries']) => astray({ entries, answers: new Map() }).length;
  expect(lines([sent, received, answered, taken])).toBe(0);
  expect(lines([sent])).toBe(1);
  expect(lines([sent, received, received])).toBe(1);
  expect(lines([sent, received, answered])).toBe(1);
  expect(lines([sent, received, answered, taken, taken])).toBe(1);
});

test('a deadline that fired twice, or not although it had come, is found', () => {
  const stream = 'contribution/c';
  const asked = entry(1, {
    stream,
    type: 'ContributionRequested',
    data: { due: '2026-01-02T16:00:00.000Z' },
  });
  const fell = entry(2, { stream, type: 'ContributionFellDue' });
  const handed = entry(3, { stream, type: 'ContributionSubmitted' });
  const lines = (entries: Record['entries'], now: string) =>
    wronglyDue({ entries, answers: new Map() }, now).length;
  expect(lines([asked], '2026-01-01T00:00:00.000Z')).toBe(0);
  expect(lines([asked], '2026-01-03T00:00:00.000Z')).toBe(1);
  expect(lines([asked, fell], '2026-01-03T00:00:00.000Z')).toBe(0);
  expect(lines([asked, fell, fell], '2026-01-03T00:00:00.000Z')).toBe(1);
  expect(lines([asked, handed], '2026-01-03T00:00:00.000Z')).toBe(0);
});
