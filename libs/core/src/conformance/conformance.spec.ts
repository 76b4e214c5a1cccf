import { uuid } from '../testing/given.ts';
import { restaged, SMALL } from '../testing/small-procedure.ts';
import {
  PAPER,
  type Data,
  opened,
  entered,
  closed,
  through,
  TO_DRAFT,
  SUM,
  DECIDED,
  ISSUED,
  report,
  MEETING,
  onPaper,
  repaired,
  DRAFT,
  OTHER,
} from '../testing/told.ts';
import { OF_CASE, type Told } from '../testing/witnessed.ts';

const statuses = (told: readonly Told[], definition?: unknown): { readonly [stage: string]: string } =>
  Object.fromEntries(report(told, definition).stages.map(({ stage, status }) => [stage, status]));
const line = (told: readonly Told[], stage: string) => report(told).stages.find((one) => one.stage === stage);

test('what was gone through is met, what lies ahead is not reached, and what the way did not touch is said so', () => {
  expect(statuses(DECIDED)).toEqual({
    material: 'met',
    chapters: 'met',
    draft: 'met',
    gate: 'met',
    mend: 'unneeded',
    issue: 'ahead',
  });
  expect(statuses([...TO_DRAFT, entered('gate')])).toMatchObject({
    gate: 'open',
    mend: 'ahead',
    issue: 'ahead',
  });
  expect(statuses(ISSUED)).toMatchObject({ gate: 'met', mend: 'unneeded', issue: 'met' });
});

test('every line cites the entries that show it, and the sum of its vote', () => {
  const gate = line(DECIDED, 'gate');
  expect(gate?.rounds).toMatchObject([
    {
      round: 1,
      outcome: 'passed',
      text: DRAFT,
      sum: { zh: SUM.zh, numbers: { all: 6, present: 5, yes: 4 } },
      closed: { type: 'StageClosed', stream: OF_CASE, index: 8, version: 9, how: 'live', happened: null },
    },
  ]);
  expect(gate?.checks).toContainEqual({
    rule: 'meeting.quorum',
    basis: expect.any(String),
    kept: 'kept',
  });
});

test('minutes come after the decision: until they are filed the report says that they are not', () => {
  const minutes: Told = { stream: MEETING, type: 'MinutesFiled', data: { stage: 'gate', kind: 'minutes' } };
  const keptIn = (told: readonly Told[]) =>
    line(told, 'gate')?.checks.find(({ rule }) => rule === 'meeting.minutes')?.kept;
  expect(
    [DECIDED, [...DECIDED, minutes], onPaper([], []), onPaper(['meeting.minutes'], [])].map(keptIn),
  ).toEqual(['due', 'kept', 'kept', 'shown']);
});

test('at an earlier moment it says what stood then', () => {
  expect(statuses(ISSUED.slice(0, 5))).toMatchObject({
    material: 'met',
    chapters: 'met',
    draft: 'ahead',
    gate: 'ahead',
  });
});

test('a gate that sent the text back is decided again on the changed one', () => {
  const back = [
    ...TO_DRAFT,
    entered('gate'),
    closed('gate', 'not-passed', DRAFT),
    ...through('mend', 'revised', OTHER),
  ];
  expect(statuses(back)).toMatchObject({ gate: 'ahead', mend: 'met' });
  const again = [...back, entered('gate', 2), closed('gate', 'passed', OTHER, { round: 2 })];
  expect(statuses(again)).toMatchObject({ gate: 'met' });
  expect(line(again, 'gate')?.rounds.map(({ outcome }) => outcome)).toEqual(['not-passed', 'passed']);
});

test('a record that broke a rule with which the next step is held: missing, until it is put right or exempted', () => {
  const held = onPaper(['meeting.quorum', 'meeting.notice'], ['meeting.quorum']);
  expect(statuses(held)).toMatchObject({ gate: 'missing' });
  expect(line(held, 'gate')?.checks).toContainEqual(
    expect.objectContaining({ rule: 'meeting.quorum', kept: 'held' }),
  );
  expect(statuses([...held, ...repaired('corrected')])).toMatchObject({ gate: 'mended' });
  expect(statuses([...held, ...repaired('exempted')])).toMatchObject({ gate: 'exempted' });
  expect(report(held).records).toMatchObject([{ title: '补录会议', standing: 'held', proven: true }]);
});

test('a notice shows once, with the fact that carries it and when it is said to have happened', () => {
  const { notices } = report(onPaper(['meeting.notice'], []));
  expect(notices).toMatchObject([
    {
      stage: 'gate',
      notice: { rule: 'meeting.notice' },
      evidence: { how: 'record', happened: '2026-01-05' },
    },
  ]);
  expect(statuses(onPaper(['meeting.notice'], []))).toMatchObject({ gate: 'met' });
});

test('what two persons did stands on the front page', () => {
  const held = onPaper(['meeting.quorum'], ['meeting.quorum']);
  expect(report([...held, ...repaired('corrected')]).twoKeys).toMatchObject([
    {
      kind: 'corrected',
      about: '补录会议',
      stage: 'gate',
      standing: 'confirmed',
      second: { type: 'RepairConfirmed' },
    },
  ]);
  const proposed = { gate: 'gate', text: DRAFT, approvedBy: uuid(1), paper: PAPER, by: uuid(300) };
  const asked = [...TO_DRAFT, entered('gate'), { type: 'ExemptionProposed', data: proposed }];
  expect(report(asked).twoKeys).toMatchObject([{ kind: 'gate', standing: 'waiting', second: null }]);
});

test('what was asked for once more of another text, or put back, waits for nobody any more', () => {
  const asking = (text: Data): Told => ({
    type: 'ExemptionProposed',
    data: { gate: 'gate', text, approvedBy: uuid(1), paper: PAPER, by: uuid(300) },
  });
  const issue = `issue/${uuid(7)}` as const;
  const told: readonly Told[] = [
    ...TO_DRAFT,
    entered('gate'),
    asking(DRAFT),
    closed('gate', 'not-passed', DRAFT),
    ...through('mend', 'revised', OTHER),
    asking(OTHER),
    { type: 'ExemptionGranted', data: { gate: 'gate', text: OTHER, by: uuid(301) } },
    {
      stream: issue,
      type: 'EditorialProposed',
      data: { from: OTHER, to: DRAFT, changes: [], by: uuid(300) },
    },
    { stream: issue, type: 'IssueTextRestored', data: { from: OTHER, to: DRAFT, by: uuid(300) } },
  ];
  expect(report(told).twoKeys.map(({ kind, standing }) => `${kind} ${standing}`)).toEqual([
    'gate replaced',
    'gate confirmed',
    'editorial replaced',
  ]);
});

test('复议 is shown beside what it took up, and a gate that fell is to decide again', () => {
  const then = { passed: 'second', 'not-passed': 'mend', deferred: 'again' };
  const [gate] = SMALL.steps.filter(({ id }) => id === 'gate');
  const steps = restaged('gate', { then }).steps.flatMap((step) =>
    step.id === 'gate' ? [step, { ...gate, id: 'second', title: '再次审议' }] : [step],
  );
  const lineAfter = (effect: string) =>
    report(
      [
        ...DECIDED,
        entered('second'),
        {
          type: 'GateReconsidered',
          data: { stage: 'gate', meeting: MEETING, reconsiders: MEETING, effect, outcome: 'x', sum: SUM },
        },
      ],
      { ...SMALL, steps },
    ).stages.find(({ stage }) => stage === 'gate');
  expect(lineAfter('confirmed')).toMatchObject({
    status: 'met',
    reconsidered: [{ effect: 'confirmed', sum: { zh: SUM.zh }, evidence: { type: 'GateReconsidered' } }],
  });
  expect(lineAfter('fallen')).toMatchObject({ status: 'ahead', reconsidered: [{ effect: 'fallen' }] });
});

test('a gate that was exempted for the issued text is an exemption, not a decision', () => {
  const told = [
    ...TO_DRAFT,
    entered('gate'),
    closed('gate', 'not-passed', DRAFT),
    ...through('mend', 'revised', OTHER),
    {
      type: 'ExemptionProposed',
      data: { gate: 'gate', text: OTHER, approvedBy: uuid(1), paper: PAPER, by: uuid(300) },
    },
    { type: 'ExemptionGranted', data: { gate: 'gate', text: OTHER, by: uuid(301) } },
  ];
  expect(statuses(told)).toMatchObject({ gate: 'exempted' });
});

test('stages before the case was taken over are from papers, whatever they were', () => {
  const before = { on: '2025-12-01', number: null, scan: null };
  const told = [
    { ...opened, data: { ...opened.data, joined: { stage: 'chapters', by: uuid(300) } } },
    entered('material'),
    closed('material', 'collected', null, { before }),
    { type: 'JoiningConfirmed', data: { stage: 'chapters', by: uuid(301) } },
    entered('chapters'),
  ];
  expect(statuses(told)).toMatchObject({ material: 'before', chapters: 'open' });
  expect(report(told).stages[0]?.rounds[0]?.closed).toMatchObject({ how: 'before', happened: '2025-12-01' });
  expect(report(told).twoKeys).toMatchObject([{ kind: 'joining', standing: 'confirmed' }]);
});

test('a gate from before the case was taken over, exempted for the text as it became, is an exemption', () => {
  const before = { on: '2025-12-01', number: null, scan: null };
  const exemption = { gate: 'gate', text: OTHER, approvedBy: uuid(1), paper: PAPER, by: uuid(300) };
  const told = [
    ...TO_DRAFT,
    entered('gate'),
    closed('gate', 'not-passed', DRAFT, { before }),
    ...through('mend', 'revised', OTHER),
  ];
  expect(statuses(told)).toMatchObject({ gate: 'before' });
  const exempted: readonly Told[] = [
    ...told,
    { type: 'ExemptionProposed', data: exemption },
    { type: 'ExemptionGranted', data: { gate: 'gate', text: OTHER, by: uuid(301) } },
  ];
  expect(statuses(exempted)).toMatchObject({ gate: 'exempted' });
});

test('what was refused stands apart from what was done', () => {
  const refusal: Told = {
    stream: `refusal/${uuid(1)}`,
    type: 'ActRefused',
    data: { verb: 'issue.publish', target: 'issue/x', because: 'rule', rule: 'issue.same-text', facts: {} },
  };
  const { refusals, notices } = report([...DECIDED, refusal]);
  expect([refusals.map(({ rule }) => rule), notices]).toEqual([['issue.same-text'], []]);
});
