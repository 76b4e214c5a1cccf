import type { Entry } from '@mouding/evidence';
import { restartFaults, restartsIn, restartWords } from './restarts.ts';

const ORG = 'org/00000000-0000-4000-8000-000000000001';
const ORIGIN = 'yl.example/log/00000000-0000-4000-8000-000000000001';
const head = (size: number) => ({ size, root: `${'A'.repeat(43)}=` });
const [LI, WANG] = ['00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000022'];
const heads = { origin: ORIGIN, next: `${ORIGIN}/1`, signed: head(40), kept: head(7), reason: '硬盘损坏' };
const restart = '00000000-0000-4000-8000-000000000040';

/** The entries of the house up to a restart that `judge` confirms. */
function entries(judge = WANG): readonly { readonly entry: Entry }[] {
  const facts = [
    { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'live' } },
    { type: 'LogRestartProposed', data: { ...heads, restart, by: LI, post: null } },
    { type: 'LogRestarted', data: { ...heads, restart, by: judge, post: null } },
  ];
  return facts.map(({ type, data }, at) => ({
    entry: {
      v: 1,
      institution: ORG.slice(4),
      stream: ORG,
      version: at + 1,
      type,
      sv: 1,
      at: '2026-01-05T01:00:00.000Z',
      prev: null,
      actor: { as: 'administrator', by: LI, for: null, post: null, recorder: null },
      command: { key: null, verb: 'org.confirm-log-restart' },
      data,
      sealed: [],
    },
  }));
}
const signedBy = (origin: string) => ({ origin, witnesses: [] });

it('names a restart that two people have declared, and finds no fault with the log that went on', () => {
  const [declared, ...more] = restartsIn(entries());
  if (!declared) throw new Error('not named');
  expect([declared.next, declared.byTwo, more]).toEqual([`${ORIGIN}/1`, true, []]);
  expect(restartFaults([declared], signedBy(`${ORIGIN}/1`))).toEqual([]);
  const { zh, en } = restartWords(declared);
  expect(zh).toContain('签署至 40 条，现存 7 条');
  expect(en).toContain(`${ORIGIN}/1 goes on; 硬盘损坏`);
});

it('names none where the log was never lost', () => {
  expect(restartsIn(entries().slice(0, 2))).toEqual([]);
  expect(restartFaults([], signedBy(ORIGIN))).toEqual([]);
  expect(restartFaults([], null)).toEqual([]);
});

it('finds a log that nobody has declared, and each before it', () => {
  const faults = restartFaults(restartsIn(entries()), signedBy(`${ORIGIN}/3`));
  expect(faults.map(({ kind, where }) => [kind, where])).toEqual([
    ['restart', `${ORIGIN}/2`],
    ['restart', `${ORIGIN}/3`],
  ]);
});

it('finds that one person has turned both keys', () => {
  expect(restartFaults(restartsIn(entries(LI)), null)).toEqual([
    { kind: 'restart', where: `${ORIGIN}/1`, detail: 'one person alone' },
  ]);
});
