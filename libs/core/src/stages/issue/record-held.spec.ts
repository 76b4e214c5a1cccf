import type { Capacity } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { CASE, head, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { INSTITUTION, refOf } from '../../testing/given.ts';
import {
  DIRECTOR,
  drafted,
  ISSUE,
  issued,
  LEADER,
  NUMBER,
  numbered,
  ON,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { numberIssue, reserveNumber } from './number.ts';
import { publishIssue } from './publish.ts';
import { recordStep, RecordStep } from './record-step.ts';
import { signIssue } from './sign.ts';

const OTHER = refOf('纪要');
const BY = 'record/somewhere';
const step = (what: string, by: Capacity, more: object = {}, happened = ON) => {
  const elsewhere = Elsewhere.parse({ happened, medium: 'paper', book: '发文稿纸第3页' });
  return [ISSUE, RecordStep.parse({ step: what, elsewhere, post: by.post, text: TEXT, ...more })] as const;
};
const recorded = (story: Story, ...args: Parameters<typeof step>) =>
  story.when(OFFICE, recordStep, step(...args));
const entryOf = ({ decision }: ReturnType<typeof recorded>) =>
  'facts' in decision
    ? decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data
    : decision.refusal.rule;
const released = (story: Story, by: string): Story =>
  story.but(`case/${CASE}`, { type: 'StepReleased', data: { by, how: 'exempted' } });
const held = (story: Story): Story =>
  story.but(`case/${CASE}`, {
    type: 'StepHeld',
    data: { by: BY, stage: 'adopt', rules: ['meeting.quorum'] },
  });

describe('an issue on paper holds the next step', () => {
  const PUBLISHING = { on: ON };

  test('without a signature, or without a number', () => {
    expect(entryOf(recorded(drafted(), 'publish', OFFICE, PUBLISHING))).toMatchObject({
      holds: ['issue.signed', 'issue.numbered'],
      exemptOnly: [],
    });
    expect(entryOf(recorded(signed(), 'publish', OFFICE, PUBLISHING))).toMatchObject({
      holds: ['issue.numbered'],
    });
    expect(entryOf(recorded(numbered(), 'publish', OFFICE, PUBLISHING))).toMatchObject({ holds: [] });
  });

  test('when another text was signed than this one', () => {
    const other = signed().with(`issue/${ISSUE}`, ...(drafted().history[`issue/${ISSUE}`] ?? []), {
      type: 'IssueSigned',
      data: { text: OTHER, post: LEADER.post, by: LEADER.person, on: ON, notices: [] },
    });
    expect(entryOf(recorded(other, 'publish', OFFICE, PUBLISHING))).toMatchObject({
      holds: ['issue.signed', 'issue.numbered'],
    });
  });

  test('when nobody who leads the house signed it', () => {
    expect(entryOf(recorded(drafted(), 'sign', head(1)))).toMatchObject({ holds: ['issue.signer'] });
    expect(entryOf(recorded(drafted(), 'sign', LEADER))).toMatchObject({ holds: [] });
  });

  test('of another text, which only an exemption helps', () => {
    expect(entryOf(recorded(numbered(), 'publish', OFFICE, { ...PUBLISHING, text: OTHER }))).toMatchObject({
      holds: ['issue.text', 'issue.same-text'],
      exemptOnly: ['issue.text', 'issue.same-text'],
    });
  });

  test('while something recorded before holds it', () => {
    expect(entryOf(recorded(held(numbered()), 'publish', OFFICE, PUBLISHING))).toMatchObject({
      holds: ['case.held'],
      exemptOnly: [],
    });
  });
});

describe('while a record holds the next step', () => {
  test('nothing is signed, numbered, reserved or issued; then it goes on', () => {
    const own = drafted({ first: { register: { own: '某医' } } });
    const acts = (hold: (story: Story) => Story) => [
      hold(drafted()).when(LEADER, signIssue, [ISSUE, { text: TEXT }]),
      hold(signed()).when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]),
      hold(own).when(OFFICE, reserveNumber, [ISSUE, { year: 2025 }]),
      hold(numbered()).when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]),
    ];
    for (const act of acts(held)) act.refused('case.held');
    for (const act of acts((story) => released(held(story), BY)))
      expect(act.decision).not.toHaveProperty('refusal');
  });
});

describe('another text went out', () => {
  const closing = { publish: { with: { subject: 'scheme', closesOn: 'issued' } } };
  const wrong = () =>
    released(
      numbered(drafted(closing)).does(OFFICE, recordStep, step('publish', OFFICE, { on: ON, text: OTHER })),
      'record/new-record',
    );
  const leave = (story: Story) => story.when(OFFICE, advanceCase, [CASE, { stage: 'publish' }]);

  test('and the right one is issued after it: the stage ends with that', () => {
    leave(wrong()).refused('case.text');
    const right = wrong().does(OFFICE, recordStep, step('publish', OFFICE, { on: ON }));
    expect(leave(right).types()).toContain('case StageClosed');
    recorded(right, 'publish', OFFICE, { on: ON }).refused('issue.step-done');
    recorded(issued(), 'publish', OFFICE, { on: ON, text: OTHER }).refused('issue.step-done');
  });

  test('what was signed for was the other text: everybody signs again', () => {
    const receipt = { type: 'ReceiptSigned', data: { department: head(1).department, on: ON } };
    const right = wrong()
      .but(`issue/${ISSUE}`, receipt)
      .does(OFFICE, recordStep, step('publish', OFFICE, { on: ON }));
    expect(() => recorded(right.but(`issue/${ISSUE}`, receipt), 'seal', OFFICE)).not.toThrow();
  });
});

describe('a step stands in the name of whoever held the post when it was done', () => {
  const CHANGED = '2025-11-15T08:00:00.000Z';
  const changed = drafted().but(
    `org/${INSTITUTION}`,
    { type: 'PostVacated', data: { post: DIRECTOR.post, person: DIRECTOR.person, until: CHANGED } },
    { type: 'PostFilled', data: { post: DIRECTOR.post, person: person(77), from: CHANGED } },
  );

  test.each([
    ['2025-11-10', DIRECTOR.person],
    ['2025-11-15', DIRECTOR.person],
    ['2025-11-15T08:00:00.000Z', person(77)],
    ['2025-11-16', person(77)],
  ])('on %s', (happened, who) => {
    expect(recorded(changed, 'review', DIRECTOR, {}, happened).decision).toMatchObject({
      facts: [
        { of: { person: who, post: DIRECTOR.post }, fact: { data: { by: who } } },
        { fact: { data: { people: [{ post: DIRECTOR.post, person: who }] } } },
      ],
    });
  });

  test('nobody then: it is kept in the name of whoever records it, and shows', () => {
    const vacant = recorded(drafted(), 'review', { ...DIRECTOR, post: post(42) });
    expect(vacant.decision).toMatchObject({
      notices: [{ rule: 'record.holder', facts: { post: post(42) } }],
      facts: [
        { fact: { data: { post: post(42), by: null } } },
        { fact: { data: { people: [], holds: [] } } },
      ],
    });
    expect('facts' in vacant.decision && vacant.decision.facts[0]).not.toHaveProperty('of');
    expect(entryOf(recorded(drafted(), 'review', DIRECTOR, {}, '2024-12-30'))).toMatchObject({
      notices: [{ rule: 'record.holder' }],
    });
  });
});
