import { actor, CASE, council, MEETING, OFFICE, post, SCHEME, type Story } from '../testing/council.ts';
import { knownFrom } from '../given.ts';
import { INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { emptyState, nextState, procedureNamedBy, streamKind } from '../streams.ts';
import { parseStream, type Fact, type StreamName } from '../stream.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { callMeeting } from '../stages/meeting/call.ts';
import { adjournMeeting } from '../stages/meeting/attend.ts';
import { recuse } from '../stages/meeting/recuse.ts';
import { askTabling } from '../stages/tabling/ask.ts';
import { circulatePapers } from '../stages/tabling/prepare.ts';
import { may } from '../may.ts';
import { visible } from './permit.ts';
import { withheld } from './recused.ts';

const SECRETARY = actor(7);
const SHEET = uuid(40);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const called = council().does(SECRETARY, callMeeting, [MEETING, { ...CALL, papers: [refOf('附件')] }]);
const left = called.does(actor(2), recuse, [MEETING, { reason: '有利害关系' }]);

/** What is known after a story. */
function knownOf({ history, definitions }: Story) {
  const read = readDefinition(definitions['plan']);
  if ('faults' in read) throw new Error('a fault');
  const procedure = compileProcedure(read.definition);
  const fold = (name: string, facts: readonly Fact[]) => {
    const first = facts[0];
    const kind = streamKind(parseStream(name).kind, first && procedureNamedBy(first) ? procedure : undefined);
    return facts.reduce((state, fact) => nextState(kind, state, fact).state, emptyState(kind));
  };
  const states = new Map(
    Object.entries(history).map(([name, facts]) => [name as StreamName, fold(name, facts)] as const),
  );
  return knownFrom({
    institution: INSTITUTION,
    states,
    procedures: new Map([['plan', procedure]]),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });
}

const sees = (story: Story, n: number): boolean => visible('meeting', MEETING, [actor(n)], knownOf(story));
const hashes = (story: Story, n: number): readonly string[] => [
  ...withheld(knownOf(story), CASE, actor(n).person ?? ''),
];

test('the meeting does not exist for who is recused, in whatever post, and for nobody else', () => {
  expect([1, 2, 3, 7].map((n) => sees(called, n))).toEqual([true, true, true, true]);
  expect([1, 2, 3, 7].map((n) => sees(left, n))).toEqual([true, false, true, true]);
  const inOffice = { ...OFFICE, person: actor(2).person, post: post(20) };
  expect(visible('meeting', MEETING, [actor(2), inOffice], knownOf(left))).toBe(false);
  expect(visible('meeting', MEETING, [OFFICE], knownOf(left))).toBe(true);
});

test('its text and papers are withheld wherever they are cited, until the body has decided', () => {
  expect(hashes(left, 2)).toEqual([refOf(SCHEME).hash, refOf('附件').hash]);
  expect([hashes(left, 3), hashes(called, 2)]).toEqual([[], []]);
  expect(hashes(left.does(SECRETARY, adjournMeeting, [MEETING, { reason: '另行召集' }]), 2)).toEqual([]);
});

test('who is recused may still take it back', () => {
  const asked = may('meeting', MEETING, [actor(2)], knownOf(left));
  expect(asked).toContainEqual(
    expect.objectContaining({ command: 'meeting.withdraw-recusal', allowed: true }),
  );
});

test('nor by the sheet by which the item was asked for, nor by its papers', () => {
  const sheet = council()
    .does(OFFICE, askTabling, [
      SHEET,
      { case: CASE, stage: 'adopt', title: '议题', text: refOf(SCHEME), sponsor: null },
    ])
    .does(OFFICE, circulatePapers, [SHEET, { papers: [refOf('附件')] }]);
  const tabled = sheet.does(SECRETARY, callMeeting, [MEETING, { ...CALL, tabling: SHEET }]);
  const gone = tabled.does(actor(2), recuse, [MEETING, { reason: '有利害关系' }]);
  const seesSheet = (story: Story, n: number) => visible('tabling', SHEET, [actor(n)], knownOf(story));
  expect([seesSheet(tabled, 2), seesSheet(gone, 2), seesSheet(gone, 3)]).toEqual([true, false, true]);
  expect(hashes(gone, 2)).toEqual([refOf(SCHEME).hash, refOf('附件').hash]);
});

test('another call for the stage shows nothing while the first one stands', () => {
  const twice = left.does(SECRETARY, callMeeting, [uuid(41), CALL]);
  expect(hashes(twice, 2)).toEqual([refOf(SCHEME).hash, refOf('附件').hash]);
});
