import { CLOCK } from '../../capacity.ts';
import {
  accepted,
  director,
  effectsOf,
  fold,
  ID,
  office,
  requested,
  stream,
  submitted,
  when,
} from '../../testing/contributions.ts';
import { fileOf, treeRefOf } from '../../testing/given.ts';
import { head, procedure, SURGERY } from '../../testing/plan-case.ts';
import * as of from '../../testing/readings.ts';
import type { Fact } from '../../stream.ts';
import { contributionRows } from '../collect/contribution.ts';
import { acceptContribution } from '../collect/judge.ts';
import { checkContributionImport } from './check-import.ts';
import { chooseContributionRevisions } from './choose-revisions.ts';
import { confirmContributionText, recordContributionConfirmation } from './confirm-text.ts';
import { readContribution } from './read-text.ts';

const { original, text, says, sent, read, found } = of;
const base = [requested(), sent];
const at = (facts: readonly Fact[], setting: object = {}) => when(facts, { texts: [of.READ], ...setting });
const clockSays = (facts: readonly Fact[], outcome: Parameters<typeof says>[0], more = {}) =>
  at(facts, { actor: CLOCK }).when(readContribution, ID, says(outcome, more));
const owed = (facts: readonly Fact[]) =>
  contributionRows(ID, fold(facts)).obligations.map(({ verb, holder }) => `${verb} ${holder}`);

test('an original that came without a text is sent to be read, and one with a text is not', () => {
  expect(effectsOf(base)).toContainEqual({
    type: 'send',
    params: { task: 'read-original', payload: { original, department: null, take: null } },
  });
  expect(fold(base).context.reading).toMatchObject({ standing: 'waiting', original });
  const both = [requested(), submitted({ original })];
  expect(effectsOf(both).filter(({ type }) => type === 'send')).toEqual([]);
  expect(fold(both).context.reading).toBeNull();
});

test('its text is the text from then on, and nothing of its time has changed', () => {
  clockSays(base, of.aText).then([{ stream, ...read() }]);
  const { context } = fold([...base, read()]);
  expect(context).toMatchObject({ text, original, received: fold(base).context.received, late: false });
  expect(context.reading).toMatchObject({ standing: 'read', recognised: of.recognised });
});

test('what comes twice, of another original, or after it was taken back says nothing', () => {
  clockSays([...base, read()], of.aText).then([]);
  clockSays(base, of.aText, { original: fileOf('别的') }).then([]);
  const withdrawn: Fact = { type: 'ContributionWithdrawn', data: { due: null, escalate: null } };
  clockSays([...base, withdrawn], of.aText).then([]);
});

test('what cannot be converted is answered with 请补正 once, with its sentence, and its time stands', () => {
  const quarantined = {
    type: 'ContributionQuarantined',
    data: { text: null, original, cause: 'not-converted', trouble: of.trouble },
  };
  clockSays(base, of.aFailure).then([{ stream, ...quarantined }]);
  const { value, context } = fold([...base, quarantined]);
  expect([value, context.received, context.late]).toEqual([
    'quarantined',
    fold(base).context.received,
    false,
  ]);
  expect(context.reading).toMatchObject({ standing: 'unread', trouble: of.trouble });
  clockSays([...base, quarantined], of.aFailure).then([]);
});

test('a scan is kept as an attachment, and so is what was accepted before it could be read', () => {
  const kept = {
    type: 'TextNotRead',
    data: { original, department: null, cause: null, trouble: of.trouble },
  };
  clockSays(base, of.aScan).then([{ stream, ...kept }]);
  expect(fold([...base, kept]).value).toBe('received');
  const byOriginal = { ...accepted, data: { text: null, original, late: false } };
  clockSays([...base, byOriginal], of.aFailure).then([{ stream, ...kept }]);
});

describe('tracked changes', () => {
  test('wait until somebody says how they are read, and are then read so', () => {
    clockSays(base, of.withRevisions).then([{ stream, ...found }]);
    expect(owed([...base, found])).toContain(`contribution.choose-revisions department-head@${SURGERY}`);
    const chosen = { type: 'RevisionsChosen', data: { original, department: null, take: 'reject' } };
    at([...base, found], { actor: head(SURGERY) })
      .when(chooseContributionRevisions, ID, { take: 'reject' })
      .then([{ stream, ...chosen }]);
    expect(effectsOf([...base, found, chosen])).toContainEqual({
      type: 'send',
      params: { task: 'read-original', payload: { original, department: null, take: 'reject' } },
    });
    expect(fold([...base, found, chosen]).context.reading?.standing).toBe('waiting');
  });

  test('that nobody found ask nothing', () => {
    at(base, { actor: office })
      .when(chooseContributionRevisions, ID, { take: 'accept' })
      .refused('import.revisions');
  });
});

describe('导入核对', () => {
  const [first] = of.READ.nodes;
  const level = { op: 'level', node: first?.id ?? '', kind: 'clause', depth: 2 } as const;
  const kindOf = { kind: 'clause', depth: 2 } as const;
  const mended = {
    ...of.READ,
    nodes: of.READ.nodes.map((node, i) => (i === 0 ? { ...node, ...kindOf } : node)),
  };
  const to = treeRefOf(mended);
  const checked = { type: 'ImportChecked', data: { from: text, to, operations: 1 } };

  test('puts right what was recognised, and the head confirms the outcome', () => {
    expect(owed([...base, read()])).toContain('contribution.check-import office');
    const asked = at([...base, read()], { actor: office }).when(checkContributionImport, ID, {
      text,
      operations: [level],
    });
    asked.then([{ stream, ...checked }]);
    expect('trees' in asked.decision && asked.decision.trees?.map(treeRefOf)).toEqual([to]);
    expect(owed([...base, read(), checked])).toContain(
      `contribution.confirm-text department-head@${SURGERY}`,
    );
    at([...base, read(), checked])
      .when(confirmContributionText, ID, { text: to })
      .then([{ stream, type: 'TextConfirmed', data: { text: to } }]);
    expect(fold([...base, read(), of.confirmed, checked]).context).toMatchObject({
      text: to,
      reading: { standing: 'checked' },
    });
  });

  test('of another text, with operations that do not fit, or before it was read is refused', () => {
    const check = (facts: readonly Fact[], body: object) =>
      at(facts, { actor: office }).when(checkContributionImport, ID, { text, operations: [], ...body });
    check([...base, read(), checked], {}).refused('import.text');
    check([...base, read()], { operations: [{ ...level, node: 'n0000000000' }] }).refused(
      'import.operations',
    );
    check(base, {}).refused('import.read');
  });

  test('that was confirmed on paper is entered in the name of the head', () => {
    const elsewhere = {
      happened: '2025-11-19',
      medium: 'paper',
      scan: null,
      book: '收文簿1页',
      checker: null,
    } as const;
    const asked = at([...base, read()], { actor: office }).when(recordContributionConfirmation, ID, {
      text,
      elsewhere,
    });
    expect(asked.types()).toEqual(['contribution TextConfirmed', 'record RecordEntered']);
  });

  test('starts again when a correction is handed in', () => {
    expect(fold([...base, read(), of.confirmed, sent]).context).toMatchObject({
      text: null,
      reading: { standing: 'waiting' },
    });
  });
});

describe('accepting a text that nobody has confirmed', () => {
  const accept = (facts: readonly Fact[], setting: object = {}) =>
    at(facts, { actor: director, ...setting }).when(acceptContribution, ID, {}).decision;
  const rules = (decision: object) =>
    'notices' in decision && (decision.notices as { rule: string }[]).map(({ rule }) => rule);

  test('shows, and stops nobody', () => {
    expect(rules(accept([...base, read()]))).toEqual(['import.confirmed']);
    expect(rules(accept([...base, read(), of.confirmed]))).toEqual([]);
    expect(rules(accept([requested(), submitted()], { texts: ['外科发展规划'] }))).toEqual([]);
  });

  test('is refused where the procedure says so', () => {
    const strict = procedure();
    const steps = strict.steps.map((step) =>
      step.id === 'collect'
        ? { ...step, rules: { 'import.confirmed': { effect: 'block', reason: '本院要求' } } }
        : step,
    );
    expect(accept([...base, read()], { definitions: { plan: { ...strict, steps } } })).toMatchObject({
      refusal: { rule: 'import.confirmed', basis: expect.stringContaining('确认') as string },
    });
  });
});
