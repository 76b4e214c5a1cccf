import { publishIssue } from '../stages/issue/publish.ts';
import type { Fact } from '../stream.ts';
import { CASE, council, OFFICE, post, SCHEME } from '../testing/council.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { advanceCase } from './advance.ts';
import { exemptGate, grantExemption } from './exempt.ts';

const LEADER = uuid(0x1ead);
const leading: readonly Fact[] = [
  { type: 'PostCreated', data: { post: LEADER, title: '院长', as: 'leader', department: null } },
  { type: 'PostFilled', data: { post: LEADER, person: uuid(77), from: '2025-01-01T00:00:00.000Z' } },
];
const begun = council().but(`org/${INSTITUTION}`, ...leading);
const setting = { actor: OFFICE, texts: [SCHEME], files: ['批示'], definitions: begun.definitions };
const director = { as: 'office-director', person: uuid(50), post: uuid(51), department: null } as const;
const asked = { gate: 'adopt', approvedBy: LEADER, paper: fileOf('批示'), reason: '主要领导批示：先行印发' };
const ask = (change: object = {}) =>
  given(begun.history, setting).when(exemptGate, CASE, { ...asked, ...change });

const proposed: Fact = {
  type: 'ExemptionProposed',
  data: {
    gate: 'adopt',
    text: refOf(SCHEME),
    approvedBy: LEADER,
    paper: fileOf('批示'),
    by: OFFICE.person,
  },
};

describe('an exemption of a gate', () => {
  test('names the text, the approver and the paper; its reason is sealed', () => {
    const act = ask();
    act.then([{ stream: `case/${CASE}`, ...proposed }]);
    expect('facts' in act.decision && act.decision.facts[0]?.sealed?.[0]?.plain).toEqual({
      reason: asked.reason,
    });
  });

  test.each([
    ['what is no gate', { gate: 'publish' }, 'case.gate'],
    ['what is no stage', { gate: 'nowhere' }, 'case.gate'],
    ['approved by somebody who is no leader', { approvedBy: post(1) }, 'case.approver'],
    ['a paper that is not here', { paper: fileOf('别的') }, 'file.known'],
  ])('%s is refused', (_, change, rule) => {
    ask(change).refused(rule);
  });

  test('only another person grants it, and once', () => {
    const waiting = begun.but(`case/${CASE}`, proposed).history;
    given(waiting, setting).when(grantExemption, CASE, { gate: 'adopt' }).refused('case.second-person');
    given(waiting, { ...setting, actor: director })
      .when(grantExemption, CASE, { gate: 'adopt' })
      .then([
        {
          stream: `case/${CASE}`,
          type: 'ExemptionGranted',
          data: { gate: 'adopt', text: refOf(SCHEME), by: director.person },
        },
      ]);
    given(begun.history, { ...setting, actor: director })
      .when(grantExemption, CASE, { gate: 'adopt' })
      .refused('case.exemption');
    const granted = { gate: 'adopt', text: refOf(SCHEME), by: director.person };
    const exempted = begun.but(`case/${CASE}`, proposed, { type: 'ExemptionGranted', data: granted });
    given(exempted.history, setting).when(exemptGate, CASE, asked).refused('case.exempted');
  });
});

test('a held case ends no stage until it is released', () => {
  const held: Fact = {
    type: 'StepHeld',
    data: { by: `record/${uuid(90)}`, stage: 'adopt', rules: ['meeting.quorum'] },
  };
  const released: Fact = { type: 'StepReleased', data: { by: `record/${uuid(90)}`, how: 'corrected' } };
  const closed: Fact = {
    type: 'StageClosed',
    data: { stage: 'adopt', round: 1, outcome: 'passed', text: refOf(SCHEME), notices: [], sum: {} },
  };
  const entered: Fact = {
    type: 'StageEntered',
    data: { stage: 'publish', round: 1, due: null, streams: [`issue/${uuid(91)}`] },
  };
  const drafted: Fact = {
    type: 'IssueDrafted',
    data: {
      case: CASE,
      stage: 'publish',
      subject: 'scheme',
      title: '方案',
      text: refOf(SCHEME),
      recipients: [],
      due: null,
    },
  };
  const issued = [
    drafted,
    { type: 'IssueSigned', data: { text: refOf(SCHEME), on: '2025-11-20' } },
    { type: 'IssueNumbered', data: { number: '某医〔2025〕1号' } },
    {
      type: 'Issued',
      data: { text: refOf(SCHEME), number: '某医〔2025〕1号', on: '2025-11-20', recipients: [], notices: [] },
    },
  ];
  const over = begun.but(`case/${CASE}`, closed, entered, held).with(`issue/${uuid(91)}`, ...issued);
  given(over.history, setting).when(advanceCase, CASE, { stage: 'publish' }).refused('case.held');
  const free = over.but(`case/${CASE}`, released);
  expect(given(free.history, setting).when(advanceCase, CASE, { stage: 'publish' }).types()).toEqual([
    'case StageClosed',
  ]);
});

test('an exempted gate lets exactly its text be issued', () => {
  const granted: Fact = {
    type: 'ExemptionGranted',
    data: { gate: 'adopt', text: refOf(SCHEME), by: director.person },
  };
  const standing = (facts: readonly Fact[]) =>
    begun.but(`case/${CASE}`, ...facts).with(
      `issue/${uuid(91)}`,
      {
        type: 'IssueDrafted',
        data: {
          case: CASE,
          stage: 'publish',
          subject: 'scheme',
          title: '方案',
          text: refOf(SCHEME),
          recipients: [],
          due: null,
        },
      },
      { type: 'IssueSigned', data: { text: refOf(SCHEME), on: '2025-11-20' } },
      { type: 'IssueNumbered', data: { number: '某医〔2025〕1号' } },
    );
  const publish = (facts: readonly Fact[]) =>
    given(standing(facts).history, setting).when(publishIssue, uuid(91), {
      text: refOf(SCHEME),
      on: '2025-11-20',
    });
  publish([proposed]).refused('issue.same-text');
  expect(publish([proposed, granted]).types()).toContain('issue Issued');
});
