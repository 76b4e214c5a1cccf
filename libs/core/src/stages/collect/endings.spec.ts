import type { Capacity } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, refOf, uuid } from '../../testing/given.ts';
import { CASE, head, history, procedure, SURGERY } from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { contributionFallDue } from './escalate.ts';
import { acceptContribution, quarantineContribution, returnContribution } from './judge.ts';
import { contributionMachine, type ContributionState } from './machine.ts';
import { excuseContribution, extendContribution } from './release.ts';
import { reportNone, SubmitContribution, submitContribution, withdrawContribution } from './submit.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
const early = '2025-12-01T02:00:00.000Z';
const after = '2025-12-10T16:00:03.000Z';
const text = refOf('外科发展规划');
const [wps, docx] = ['外科规划.wps', '外科规划.docx'];
const director: Capacity = { as: 'office-director', person: uuid(0x91), post: uuid(0x92), department: null };
const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };

const requested = (data: object = {}): Fact => ({
  type: 'ContributionRequested',
  data: {
    case: CASE,
    stage: 'collect',
    department: SURGERY,
    label: '外科发展规划',
    due,
    afterDue: 'receive',
    ...data,
  },
});
const submitted = (data: object = {}): Fact => ({
  type: 'ContributionSubmitted',
  data: { text, original: null, received: early, late: false, carrier: null, ...data },
});
const late = submitted({ received: after, late: true });
const none = (data: object = {}): Fact => ({
  type: 'ContributionNoneReported',
  data: { received: early, late: false, carrier: null, ...data },
});
const fellDue: Fact = { type: 'ContributionFellDue', data: { due, escalate: '2025-12-11T00:00:00.000Z' } };
const accepted: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: false } };
const quarantined: Fact = {
  type: 'ContributionQuarantined',
  data: { text: null, original: fileOf(wps), cause: 'not-converted' },
};

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('collect', { streams: { collect: [stream] } }), [stream]: facts },
    {
      definitions: { plan: procedure() },
      texts: ['外科发展规划'],
      files: [wps, docx],
      actor: head(SURGERY),
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
const effectsOf = (facts: readonly Fact[]) => {
  const last = facts.at(-1);
  if (!last) return [];
  return step(contributionMachine, fold(facts.slice(0, -1)), last).effects;
};
const statusOf = (facts: readonly Fact[]) => contributionRows(ID, fold(facts)).item?.status;
const sealedIn = ({ decision }: { decision: unknown }) =>
  (decision as { facts: readonly { sealed?: unknown }[] }).facts[0]?.sealed;

describe('handing in an original', () => {
  const submit = (original: string, setting: object) =>
    when([requested()], setting).when(submitContribution, ID, { original: fileOf(original) });
  const entry = (received: string, isLate: boolean) => [
    {
      stream,
      type: 'ContributionSubmitted',
      data: { text: null, original: fileOf(wps), received, late: isLate, carrier: null },
    },
  ];

  test('counts from when its bytes were complete, a quarter of an hour back and no further', () => {
    const at = (arrived: string) => submit(wps, { received: after, arrived: { [wps]: arrived } });
    at('2025-12-10T15:59:00.000Z').then(entry('2025-12-10T15:59:00.000Z', false));
    at('2025-12-10T15:45:03.000Z').then(entry('2025-12-10T15:45:03.000Z', false));
    at('2025-12-10T15:45:02.999Z').then(entry(after, true));
  });

  test('with a text counts from the later of both', () => {
    const both = (arrived: object) =>
      when([requested()], { received: after, arrived }).when(submitContribution, ID, {
        text,
        original: fileOf(wps),
      });
    const data = { text, original: fileOf(wps), carrier: null };
    both({ [wps]: '2025-12-10T15:58:00.000Z', 外科发展规划: '2025-12-10T15:59:00.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T15:59:00.000Z', late: false },
      },
    ]);
    both({ [wps]: '2025-12-10T15:59:00.000Z', 外科发展规划: '2025-12-10T16:00:02.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T16:00:02.000Z', late: true },
      },
    ]);
    both({ [wps]: '2025-12-10T15:59:00.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T15:59:00.000Z', late: false },
      },
    ]);
  });

  test('of a text alone nothing reaches back', () => {
    when([requested()], { received: after, arrived: { 外科发展规划: '2025-12-10T15:59:00.000Z' } })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...late }]);
  });

  test('that is not here, or another’s, is refused; and so is nothing at all', () => {
    submit('不在.wps', {}).refused('file.known');
    expect(SubmitContribution.safeParse({}).success).toBe(false);
    expect(SubmitContribution.safeParse({ original: fileOf(wps) }).success).toBe(true);
  });
});

describe('an original that cannot be worked with', () => {
  test('is put aside by the office or the clock, and another one counts from the first', () => {
    const first = submitted({ text: null, original: fileOf(wps), received: '2025-12-10T15:59:00.000Z' });
    when([requested(), first], { actor: office })
      .when(quarantineContribution, ID, { cause: 'not-converted' })
      .then([{ stream, ...quarantined }]);
    expect(statusOf([requested(), first, quarantined])).toBe('quarantined');
    when([requested(), first, quarantined], { received: '2025-12-12T02:00:00.000Z' })
      .when(submitContribution, ID, { original: fileOf(docx) })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: {
            text: null,
            original: fileOf(docx),
            received: '2025-12-12T02:00:00.000Z',
            late: false,
            carrier: null,
          },
        },
      ]);
    const again = submitted({ original: fileOf(docx), received: '2025-12-12T02:00:00.000Z' });
    expect(fold([requested(), first, quarantined, again]).context).toMatchObject({
      received: '2025-12-10T15:59:00.000Z',
      late: false,
    });
  });

  test('asks the department for another one without a date that it could miss', () => {
    const first = submitted({ text: null, original: fileOf(wps) });
    const { obligations } = contributionRows(ID, fold([requested(), first, quarantined]));
    expect(obligations).toEqual([
      {
        name: 'submit',
        holder: `department-head@${SURGERY}`,
        verb: 'contribution.submit',
        case: CASE,
        due: null,
      },
    ]);
  });

  test('must have been handed in', () => {
    for (const facts of [[requested()], [requested(), submitted(), accepted], [requested(), none()]])
      when(facts, { actor: office })
        .when(quarantineContribution, ID, { cause: 'unreadable' })
        .refused('contribution.submitted');
  });

  test('leaves the words sealed', () => {
    const put = when([requested(), submitted()], { actor: office }).when(quarantineContribution, ID, {
      cause: 'wrong-file',
      words: '是别的科室的',
    });
    expect(sealedIn(put)).toEqual([{ subject: uuid(0x93), plain: { words: '是别的科室的' } }]);
  });
});

describe('taking it back', () => {
  const withdraw = (facts: readonly Fact[], now: string) =>
    when(facts, { now }).when(withdrawContribution, ID, {});

  test('before the date makes the date stand again', () => {
    withdraw([requested(), submitted()], '2025-12-05T02:00:00.000Z').then([
      { stream, type: 'ContributionWithdrawn', data: { due, escalate: null } },
    ]);
    const back: Fact = { type: 'ContributionWithdrawn', data: { due, escalate: null } };
    expect(effectsOf([requested(), submitted(), back])).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'contribution.fall-due' } },
    ]);
    when([requested(), submitted(), back], { received: after })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...late }]);
  });

  test('after the date is overdue from then on, and is escalated on the next working day', () => {
    const now = '2025-12-12T02:00:00.000Z';
    const data = { due: null, escalate: '2025-12-15T00:00:00.000Z' };
    withdraw([requested(), submitted()], now).then([{ stream, type: 'ContributionWithdrawn', data }]);
    const back: Fact = { type: 'ContributionWithdrawn', data };
    expect(effectsOf([requested(), submitted(), back])).toEqual([
      {
        type: 'deadline',
        params: { name: 'escalate', due: '2025-12-15T00:00:00.000Z', verb: 'contribution.escalate' },
      },
    ]);
    expect(fold([requested(), submitted(), back]).context).toMatchObject({
      late: true,
      received: null,
      text: null,
    });
  });

  test('without a date sets none', () => {
    const undated = [requested({ due: null }), submitted()];
    withdraw(undated, after).then([
      { stream, type: 'ContributionWithdrawn', data: { due: null, escalate: null } },
    ]);
    expect(
      effectsOf([...undated, { type: 'ContributionWithdrawn', data: { due: null, escalate: null } }]),
    ).toEqual([]);
  });

  test('is possible until it is accepted, and while another original is asked for', () => {
    withdraw([requested(), submitted({ original: fileOf(wps), text: null }), quarantined], early).then([
      { stream, type: 'ContributionWithdrawn' },
    ]);
    withdraw([requested()], early).refused('contribution.submitted');
    withdraw([requested(), submitted(), accepted], early).refused('contribution.submitted');
  });
});

describe('零报告', () => {
  test('is an answer like any other: in time or late, refused where the procedure takes nothing late', () => {
    const report = (facts: readonly Fact[], received: string) =>
      when(facts, { received }).when(reportNone, ID, {});
    report([requested()], due).then([{ stream, ...none({ received: due }) }]);
    report([requested()], after).then([{ stream, ...none({ received: after, late: true }) }]);
    report([requested({ afterDue: 'refuse' })], after).refused('contribution.due');
    report([requested(), submitted(), accepted], early).refused('contribution.open');
  });

  test('is accepted as an ending of its own, and can be sent back', () => {
    when([requested(), none()], { actor: office })
      .when(acceptContribution, ID, {})
      .then([{ stream, type: 'ContributionAccepted', data: { text: null, original: null, late: false } }]);
    const taken: Fact = { type: 'ContributionAccepted', data: { text: null, original: null, late: false } };
    expect(statusOf([requested(), none()])).toBe('none-reported');
    expect(statusOf([requested(), none(), taken])).toBe('none');
    when([requested(), none()], { actor: office })
      .when(returnContribution, ID, { reason: '贵科承担重点专科建设' })
      .then([{ stream, type: 'ContributionReturned', data: { text: null, original: null } }]);
  });

  test('gives way to a plan that comes after it', () => {
    const { context } = fold([requested(), none(), submitted({ received: after })]);
    expect(context).toMatchObject({ none: false, text, received: early, late: false });
  });
});

describe('accepting what came late', () => {
  const accept = (actor: Capacity, body: { reason?: string }, facts = [requested(), fellDue, late]) =>
    when(facts, { actor }).when(acceptContribution, ID, body);

  test('is for the director, with a reason that is sealed', () => {
    const act = accept(director, { reason: '系统切换，情况属实' });
    act.then([{ stream, type: 'ContributionAccepted', data: { text, original: null, late: true } }]);
    expect(sealedIn(act)).toEqual([{ subject: uuid(0x91), plain: { reason: '系统切换，情况属实' } }]);
  });

  test('is refused to the office, which is told who may, and to a director without a reason', () => {
    const refused = accept(office, { reason: '理由' });
    refused.refused('contribution.late-director');
    expect(refused.decision).toMatchObject({
      refusal: { needs: { zh: '请规划办主任说明理由后受理' } },
    });
    accept(director, {}).refused('contribution.late-reason');
  });

  test('in time asks neither', () => {
    accept(office, {}, [requested(), submitted()]).then([{ stream, ...accepted }]);
  });

  test('leaves the mark for ever', () => {
    const taken: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: true } };
    expect(statusOf([requested(), fellDue, late])).toBe('handed-in-late');
    expect(statusOf([requested(), fellDue, late, taken])).toBe('accepted-late');
    expect(contributionRows(ID, fold([requested(), fellDue, late])).obligations).toMatchObject([
      { holder: 'office-director', verb: 'contribution.accept' },
    ]);
  });
});

describe('延期', () => {
  const until = '2025-12-15';
  const moved = '2025-12-15T16:00:00.000Z';
  const on = '2025-12-08';
  const extended: Fact = { type: 'ContributionExtended', data: { from: due, until, due: moved, on } };
  const extend = (facts: readonly Fact[], now: string, day = until) =>
    when(facts, { actor: director, now }).when(extendContribution, ID, { until: day, reason: '护理部换届' });

  test('moves the date, before it or after it, and takes the mark of an overdue one away', () => {
    extend([requested()], '2025-12-08T02:00:00.000Z').then([{ stream, ...extended }]);
    extend([requested(), fellDue], '2025-12-11T02:00:00.000Z').then([
      {
        stream,
        type: 'ContributionExtended',
        data: { from: due, until, due: moved, on: '2025-12-11', after: true },
      },
    ]);
    expect(effectsOf([requested(), extended])).toEqual([
      { type: 'settle', params: { name: 'escalate' } },
      { type: 'deadline', params: { name: 'due', due: moved, verb: 'contribution.fall-due' } },
    ]);
    expect(fold([requested(), fellDue, extended]).context).toMatchObject({ late: false, due: moved, until });
  });

  test('makes nobody late who hands in within it, and the old date no longer falls due', () => {
    when([requested(), extended], { received: moved })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...submitted({ received: moved }) }]);
    when([requested(), extended]).when(contributionFallDue, ID, { due }).then([]);
    when([requested(), extended])
      .when(contributionFallDue, ID, { due: moved })
      .then([
        {
          stream,
          type: 'ContributionFellDue',
          data: { due: moved, escalate: '2025-12-16T00:00:00.000Z', calendar: 'cn-2026' },
        },
      ]);
  });

  test('gives more time than there was, of what is still missing and has a date', () => {
    extend([requested()], early, '2025-12-10').refused('contribution.until');
    extend([requested()], early, '9999-12-31').refused('contribution.until');
    extend([requested(), fellDue], '2025-12-20T02:00:00.000Z').refused('contribution.until');
    extend([requested({ due: null })], early).refused('contribution.dated');
    extend([requested(), submitted()], early).refused('contribution.missing');
  });

  test('that passes too makes nobody late whose first arrival was in time', () => {
    const back: Fact = { type: 'ContributionReturned', data: { text, original: null } };
    const again: Fact = { type: 'ContributionFellDue', data: { due: moved, escalate: moved } };
    expect(fold([requested(), submitted(), back, extended, again]).context.late).toBe(false);
    expect(fold([requested(), extended, again]).context.late).toBe(true);
  });

  test('does not undo a mark that a first arrival has', () => {
    const back: Fact = { type: 'ContributionReturned', data: { text, original: null } };
    expect(fold([requested(), fellDue, late, back, extended]).context.late).toBe(true);
  });

  const takenBack: Fact = {
    type: 'ContributionWithdrawn',
    data: { due: null, escalate: '2025-12-12T00:00:00.000Z' },
  };

  test('shows, and leaves the mark of what came late and was taken back', () => {
    const facts = [requested(), fellDue, late, takenBack, extended];
    expect(fold(facts).context).toMatchObject({ late: true, until });
    when(facts, { received: '2025-12-14T02:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...submitted({ received: '2025-12-14T02:00:00.000Z', late: true }) }]);
    expect(statusOf([...facts, submitted({ received: moved })])).toBe('handed-in-late');
  });

  test('lets what was late in again where the procedure takes nothing late, with its mark', () => {
    const strict = [requested({ afterDue: 'refuse' }), late, takenBack];
    const again = (facts: readonly Fact[]) =>
      when(facts, { received: '2025-12-14T02:00:00.000Z' }).when(submitContribution, ID, { text });
    again(strict).refused('contribution.due');
    again([...strict, extended]).then([{ stream, type: 'ContributionSubmitted' }]);
    expect(again([...strict, extended]).decision).toMatchObject({
      facts: [{ fact: { data: { late: true } } }],
    });
  });
});

describe('不单独编报', () => {
  const excuse = (facts: readonly Fact[], body: object = {}) =>
    when(facts, { actor: director, now: '2025-12-08T02:00:00.000Z' }).when(excuseContribution, ID, {
      reason: '并入医务科规划',
      ...body,
    });

  test('is an ending; nothing is owed any more', () => {
    const act = excuse([requested()]);
    act.then([{ stream, type: 'ContributionExcused', data: {} }]);
    expect(sealedIn(act)).toEqual([{ subject: uuid(0x91), plain: { reason: '并入医务科规划' } }]);
    const letOff = [requested(), { type: 'ContributionExcused', data: {} }];
    expect(statusOf(letOff)).toBe('excused');
    expect(contributionRows(ID, fold(letOff)).obligations).toEqual([]);
    expect(effectsOf(letOff)).toMatchObject([{ params: { name: 'due' } }, { params: { name: 'escalate' } }]);
  });

  test('rests on what was agreed elsewhere, where it says so', () => {
    const act = excuse([requested()], {
      elsewhere: {
        happened: '2025-12-05',
        medium: 'meeting',
        scan: null,
        book: '办公会记录第3册12页',
        checker: null,
      },
    });
    expect(act.types()).toEqual(['contribution ContributionExcused', 'record RecordEntered']);
    excuse([requested()], {
      elsewhere: { happened: '2025-12-09', medium: 'meeting', scan: null, book: null, checker: null },
    }).refused('record.happened');
  });

  test('is too late once something is in or over', () => {
    excuse([requested(), submitted()]).refused('contribution.missing');
    excuse([requested(), submitted(), accepted]).refused('contribution.missing');
  });
});

describe('缺报（经批准）', () => {
  const waived: Fact = { type: 'ContributionWaived', data: { manuscript: `manuscript/${uuid(0x60)}` } };

  test('is an ending, whatever was or was not handed in; nobody owes anything and the mark stays', () => {
    for (const facts of [
      [requested(), fellDue],
      [requested(), late],
      [requested(), submitted({ text: null, original: fileOf(wps) }), quarantined],
    ]) {
      expect(statusOf([...facts, waived])).toBe('dispensed');
      expect(contributionRows(ID, fold([...facts, waived])).obligations).toEqual([]);
    }
    expect(fold([requested(), fellDue, waived]).context.late).toBe(true);
    expect(effectsOf([requested(), waived])).toMatchObject([
      { params: { name: 'due' } },
      { params: { name: 'escalate' } },
    ]);
    when([requested(), fellDue, waived]).when(submitContribution, ID, { text }).refused('contribution.open');
  });
});

test('facts of the first version fold to the same', () => {
  const old = [
    requested(),
    { type: 'ContributionFellDue', data: { due } },
    { type: 'ContributionSubmitted', data: { text, received: after, late: true } },
    { type: 'ContributionAccepted', data: { text } },
  ];
  expect(statusOf(old)).toBe('accepted-late');
});
