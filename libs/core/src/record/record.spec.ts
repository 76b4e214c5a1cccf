import { z } from 'zod';
import type { Capacity } from '../capacity.ts';
import type { Command } from '../decider.ts';
import { Elsewhere, elsewhereNeeds, type Breach } from '../elsewhere.ts';
import { streamName, type Fact } from '../stream.ts';
import { actor, CASE, council, OFFICE, person, post } from '../testing/council.ts';
import { fileOf, given, INSTITUTION, uuid } from '../testing/given.ts';
import { asRecorded } from './as-recorded.ts';
import { confirmRepair, correctRecord, exemptRecord } from './repair.ts';
import { recordRows } from './rows.ts';
import type { RecordState } from './record.ts';
import { acknowledgeRecord, answerObjection, checkRecord, objectToRecord, recordLapses } from './tell.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';

const breach = (effect: Breach['effect'], mend?: Breach['mend']): Breach => ({
  effect,
  ...(mend ? { mend } : {}),
  notice: { rule: 'meeting.quorum', said: { zh: '未达到法定人数', en: 'No quorum' }, facts: { present: 3 } },
});
const Body = z.strictObject({
  elsewhere: Elsewhere,
  effect: z.enum(['warn', 'block']).nullable(),
  mend: z.literal('exempt').exactOptional(),
});

/** A record of nothing but that two members did something. */
const recordIt: Command<'case', z.infer<typeof Body>> = {
  verb: 'case.record-something',
  on: 'case',
  needs: (_, id, { elsewhere }) => [{ write: streamName('case', id) }, ...elsewhereNeeds(elsewhere)],
  decide: (given_, id, { elsewhere, effect, mend }) =>
    asRecorded(
      given_,
      {
        case: id,
        stage: 'adopt',
        about: streamName('case', id),
        verb: 'case.record-something',
        title: '补录：党委会审议',
        elsewhere,
        people: [1, 2, 1, 20].map((n) => ({ post: post(n), person: person(n) })),
        breaches: effect ? [breach(effect), ...(mend ? [breach(effect, mend)] : [])] : [],
      },
      [],
    ),
};

const begun = council();
const setting = {
  now: '2025-11-20T02:00:00.000Z',
  actor: OFFICE,
  files: ['会议记录', '批示'],
  definitions: begun.definitions,
};
const elsewhere = {
  happened: '2025-11-19',
  medium: 'meeting',
  scan: fileOf('会议记录'),
  book: null,
  checker: null,
} as const;
const enter = (change: object = {}, effect: Breach['effect'] | null = null, history = begun.history) =>
  given(history, setting).when(recordIt, CASE, { elsewhere: { ...elsewhere, ...change }, effect });
const hopeless = (): Fact =>
  entryOf(given(begun.history, setting).when(recordIt, CASE, { elsewhere, effect: 'block', mend: 'exempt' }));

const slip = (effect: Breach['effect'] | null = null, change: object = {}): Fact => {
  return entryOf(enter(change, effect));
};
function entryOf({ decision }: ReturnType<typeof enter>): Fact {
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  const entered = decision.facts.find(({ fact }) => fact.type === 'RecordEntered');
  if (!entered) throw new Error('nothing was entered');
  return entered.fact;
}
const RECORD = uuid(90);
const ONE = { post: post(1), person: person(1) };
const fold = (...facts: readonly Fact[]): RecordState => {
  const kind = streamKind('record');
  return facts.reduce((state, fact) => nextState(kind, state, fact).state, emptyState(kind)) as RecordState;
};
const standing = (...facts: readonly Fact[]) => ({
  ...begun.history,
  [`case/${CASE}`]: [
    ...(begun.history[`case/${CASE}`] ?? []),
    { type: 'StepHeld', data: { by: `record/${RECORD}`, stage: 'adopt', rules: ['meeting.quorum'] } },
  ],
  [`record/${RECORD}`]: facts,
});
const by = (who: Capacity, ...facts: readonly Fact[]) =>
  given(standing(...facts), { ...setting, actor: who });

describe('what is recorded', () => {
  test('stands with its claim, tells everybody but the recorder, and holds nothing when no rule was broken', () => {
    const act = enter();
    expect(act.types()).toEqual(['record RecordEntered']);
    expect(slip().data).toMatchObject({
      happened: '2025-11-19',
      recorder: OFFICE.post,
      recordedBy: OFFICE.person,
      people: [1, 2].map((n) => ({ post: post(n), person: person(n) })),
      holds: [],
      lapses: '2025-11-27T16:00:00.000Z',
    });
  });

  test('is never refused for a broken rule: it shows, and holds the next step where the rule says so', () => {
    expect(enter({}, 'warn').types()).toEqual(['record RecordEntered']);
    expect(enter({}, 'block').types()).toEqual(['record RecordEntered', 'case StepHeld']);
    expect(slip('warn').data).toMatchObject({ notices: [{ rule: 'meeting.quorum' }], holds: [] });
  });

  test('without a scan or a page of the book it says so', () => {
    expect(slip(null, { scan: null }).data).toMatchObject({ notices: [{ rule: 'record.evidence' }] });
    expect(slip(null, { scan: null, book: '第3册第12页' }).data).toMatchObject({ notices: [] });
  });

  test.each([
    ['it has yet to happen', { happened: '2025-11-21' }, 'record.happened'],
    ['it happened at an instant to come', { happened: '2025-11-20T16:00:00.000Z' }, 'record.happened'],
    ['its scan is not here', { scan: fileOf('别的') }, 'file.known'],
    ['nobody holds the post of the checker', { checker: uuid(404) }, 'record.checker'],
  ])('is refused only when it cannot be: %s', (_, change, rule) => {
    enter(change).refused(rule);
  });

  test('whoever records does not check', () => {
    const org = `org/${INSTITUTION}`;
    const filled = begun.but(
      org,
      { type: 'PostCreated', data: { post: post(20), title: '经办', as: 'office', department: null } },
      { type: 'PostFilled', data: { post: post(20), person: person(20), from: '2025-01-01T00:00:00.000Z' } },
    );
    enter({ checker: post(20) }, null, filled.history).refused('record.checker');
    expect(enter({ checker: post(9) }, null, filled.history).types()).toEqual(['record RecordEntered']);
  });
});

const director: Capacity = { as: 'office-director', person: person(50), post: post(50), department: null };

describe('whoever was recorded', () => {
  test('owes taking note until the day on which silence counts as that', () => {
    const verbs = (...facts: Fact[]) =>
      recordRows(RECORD, fold(...facts)).obligations.map(({ holder, verb }) => `${holder} ${verb}`);
    expect(verbs(slip())).toEqual([
      `person:${person(1)} record.acknowledge`,
      `person:${person(2)} record.acknowledge`,
    ]);
    expect(verbs(slip(), { type: 'RecordLapsed', data: { due: '2025-11-27T16:00:00.000Z' } })).toEqual([]);
  });

  test('takes note once, and may object once all the same', () => {
    const seen: Fact = { type: 'RecordSeen', data: ONE };
    by(actor(1), slip())
      .when(acknowledgeRecord, RECORD, {})
      .then([{ stream: `record/${RECORD}`, ...seen }]);
    by(actor(1), slip(), seen).when(acknowledgeRecord, RECORD, {}).refused('record.seen');
    const objection = by(actor(1), slip(), seen).when(objectToRecord, RECORD, { words: '本人当日请假' });
    expect(objection.types()).toEqual(['record RecordObjected']);
    expect('facts' in objection.decision && objection.decision.facts[0]?.sealed?.[0]).toEqual({
      subject: person(1),
      plain: { words: '本人当日请假' },
    });
    const objected: Fact = { type: 'RecordObjected', data: ONE };
    by(actor(1), slip(), objected).when(objectToRecord, RECORD, { words: '再' }).refused('record.objected');
    by(actor(3), slip()).when(objectToRecord, RECORD, { words: '与我无关' }).refused('record.person');
    by(actor(3), slip()).when(acknowledgeRecord, RECORD, {}).refused('record.person');
  });

  test('is the person: whoever follows in the post does not answer for them, who may have another post', () => {
    const successor = { ...actor(1), person: person(3) };
    by(successor, slip()).when(acknowledgeRecord, RECORD, {}).refused('record.person');
    by(successor, slip()).when(objectToRecord, RECORD, { words: '与我无关' }).refused('record.person');
    const moved = by({ ...actor(1), post: post(3) }, slip());
    moved
      .when(acknowledgeRecord, RECORD, {})
      .then([{ stream: `record/${RECORD}`, type: 'RecordSeen', data: ONE }]);
    moved
      .when(objectToRecord, RECORD, { words: '本人当日请假' })
      .then([{ stream: `record/${RECORD}`, type: 'RecordObjected', data: ONE }]);
    const stranger = { post: post(1), person: person(3) };
    expect(fold(slip()).can({ type: 'RecordSeen', data: stranger })).toBe(false);
    expect(fold(slip()).can({ type: 'RecordObjected', data: stranger })).toBe(false);
  });

  test('is answered by somebody else, once', () => {
    const objected: Fact = { type: 'RecordObjected', data: ONE };
    const answer = { post: post(1), outcome: 'stands', words: '签到簿有本人签名' } as const;
    expect(by(director, slip(), objected).when(answerObjection, RECORD, answer).types()).toEqual([
      'record ObjectionAnswered',
    ]);
    by(OFFICE, slip(), objected).when(answerObjection, RECORD, answer).refused('record.own-record');
    by(OFFICE, slip()).when(answerObjection, RECORD, answer).refused('record.objected');
    by({ ...OFFICE, person: person(1) }, slip(), objected)
      .when(answerObjection, RECORD, answer)
      .refused('record.own-objection');
  });

  test('silence within five working days counts as taking note, and says nothing twice', () => {
    const due = '2025-11-27T16:00:00.000Z';
    const clock: Capacity = { as: 'clock', person: null, post: null, department: null };
    expect(by(clock, slip()).when(recordLapses, RECORD, { due }).types()).toEqual(['record RecordLapsed']);
    const lapsed: Fact = { type: 'RecordLapsed', data: { due } };
    expect(by(clock, slip(), lapsed).when(recordLapses, RECORD, { due }).types()).toEqual([]);
  });
});

test('the checker that it names checks it, once', () => {
  const checked: Fact = { type: 'RecordChecked', data: { post: post(9) } };
  const named = slip(null, { checker: post(9) });
  by(actor(9), named)
    .when(checkRecord, RECORD, {})
    .then([{ stream: `record/${RECORD}`, ...checked }]);
  by(actor(9), named, checked).when(checkRecord, RECORD, {}).refused('record.checked');
  by(actor(8), named).when(checkRecord, RECORD, {}).refused('record.checker');
  by({ ...OFFICE, post: post(9) }, named)
    .when(checkRecord, RECORD, {})
    .refused('record.own-record');
});

describe('what holds the next step', () => {
  const proposed = (how: string, approvedBy: string | null = null): Fact => ({
    type: 'RepairProposed',
    data: { how, by: OFFICE.person, approvedBy, paper: null },
  });

  test('is put right by one person and confirmed by another; then the case goes on', () => {
    const correct = { reason: '已补开会议，到会7人', paper: fileOf('会议记录') };
    expect(by(OFFICE, slip('block')).when(correctRecord, RECORD, correct).types()).toEqual([
      'record RepairProposed',
    ]);
    const waiting = by(director, slip('block'), proposed('corrected'));
    expect(waiting.when(confirmRepair, RECORD, { agree: true }).types()).toEqual([
      'record RepairConfirmed',
      'case StepReleased',
    ]);
    expect(waiting.when(confirmRepair, RECORD, { agree: false }).types()).toEqual(['record RepairRejected']);
    by(OFFICE, slip('block'), proposed('corrected'))
      .when(confirmRepair, RECORD, { agree: true })
      .refused('record.second-person');
    by(OFFICE, slip()).when(correctRecord, RECORD, correct).refused('record.held');
    by(OFFICE, slip('block'))
      .when(correctRecord, RECORD, { ...correct, paper: fileOf('别的') })
      .refused('file.known');
  });

  test('may be past mending: then it is exempted, and nothing else', () => {
    expect(hopeless().data).toMatchObject({ holds: ['meeting.quorum', 'meeting.quorum'] });
    by(OFFICE, hopeless())
      .when(correctRecord, RECORD, { reason: '已补正', paper: null })
      .refused('record.exempt-only');
    const owed = (fact: Fact) =>
      recordRows(RECORD, fold(fact)).obligations.find(({ name }) => name === 'repair')?.verb;
    expect([owed(slip('block')), owed(hopeless())]).toEqual(['record.correct', 'record.exempt']);
  });

  test('a proposal is taken back by whoever made it, and agreed to by another', () => {
    const waiting = (who: Capacity, agree: boolean) =>
      by(who, slip('block'), proposed('exempted', uuid(0x1ead))).when(confirmRepair, RECORD, { agree });
    expect(waiting(OFFICE, false).types()).toEqual(['record RepairRejected']);
    waiting(OFFICE, true).refused('record.second-person');
    waiting({ ...OFFICE, person: person(51) }, false).refused('record.approver');
  });

  test('or is exempted by a leader, on paper; the approver or the director confirms', () => {
    const LEADER = uuid(0x1ead);
    const org = `org/${INSTITUTION}`;
    const led = {
      ...standing(slip('block')),
      [org]: [
        ...(begun.history[org] ?? []),
        { type: 'PostCreated', data: { post: LEADER, title: '院长', as: 'leader', department: null } },
        { type: 'PostFilled', data: { post: LEADER, person: uuid(77), from: '2025-01-01T00:00:00.000Z' } },
      ],
    };
    const exempt = { reason: '应急', approvedBy: LEADER, paper: fileOf('批示') };
    expect(given(led, setting).when(exemptRecord, RECORD, exempt).types()).toEqual(['record RepairProposed']);
    given(led, setting)
      .when(exemptRecord, RECORD, { ...exempt, approvedBy: post(1) })
      .refused('record.approver');
    const leader = (n: string): Capacity => ({ as: 'leader', person: uuid(77), post: n, department: null });
    const waiting = (who: Capacity) =>
      by(who, slip('block'), proposed('exempted', LEADER)).when(confirmRepair, RECORD, { agree: true });
    waiting(leader(uuid(0x2ead))).refused('record.approver');
    expect(waiting(leader(LEADER)).types()).toEqual(['record RepairConfirmed', 'case StepReleased']);
    expect(waiting(director).types()).toEqual(['record RepairConfirmed', 'case StepReleased']);
  });
});
