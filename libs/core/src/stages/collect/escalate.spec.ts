import { CLOCK, type Capacity } from '../../capacity.ts';
import { knownFrom } from '../../given.ts';
import { ANNOUNCED } from '../../deadlines/announced/announced.ts';
import { initial, step } from '../../machine.ts';
import { permit } from '../../policy/permit.ts';
import type { Fact } from '../../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import {
  CASE,
  FINANCE,
  history,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../../testing/plan-case.ts';
import { escalatesAt } from '../escalation.ts';
import { contributionRows } from './contribution.ts';
import {
  contributionFallDue,
  escalateContribution,
  holdContributionEscalation,
  releaseContributionEscalation,
  seeContributionEscalation,
} from './escalate.ts';
import { contributionMachine, type ContributionState } from './machine.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
const escalate = '2025-12-11T00:00:00.000Z';
const [OTHER, THIRD] = [uuid(0xa2), uuid(0xa3)];

const chapter = (no: number, lead: string, owners: readonly string[], support: readonly string[] = []) => ({
  no,
  title: `第${no}章`,
  lead,
  owners,
  writer: owners[0] ?? '',
  support,
});
const chapters = [
  chapter(1, LEAD, [MEDICAL], ['*functional']),
  chapter(2, OTHER, [MEDICAL, QUALITY], [SURGERY]),
  chapter(3, THIRD, [FINANCE]),
];

const requested = (department: string): Fact => ({
  type: 'ContributionRequested',
  data: { case: CASE, stage: 'collect', department, label: '规划', due, afterDue: 'receive' },
});
const fellDue: Fact = { type: 'ContributionFellDue', data: { due, escalate, calendar: 'cn-2026' } };
const escalated = (...leads: readonly string[]): Fact => ({ type: 'ContributionEscalated', data: { leads } });
const submitted: Fact = {
  type: 'ContributionSubmitted',
  data: { text: refOf('规划'), original: null, received: escalate, late: true, carrier: null },
};

const when = (facts: readonly Fact[], actor: Capacity = CLOCK, planned = chapters) =>
  given(
    { ...history('collect', { streams: { collect: [stream] }, chapters: planned }), [stream]: facts },
    { definitions: { plan: procedure() }, actor },
  );
const fold = (facts: readonly Fact[]): ContributionState =>
  facts.reduce(
    (state, fact) => step(contributionMachine, state, fact).state,
    initial(contributionMachine),
  ) as ContributionState;
const owedTo = (facts: readonly Fact[]) =>
  contributionRows(ID, fold(facts)).obligations.map(({ holder, verb }) => [holder, verb]);
const lead = (post: string): Capacity => ({ as: 'leader', person: uuid(0x71), post, department: null });

test('is told on the next working day, when work begins', () => {
  expect(escalatesAt(due, ANNOUNCED)).toBe(escalate);
  // 2025-12-12 is a Friday; the eve of the Spring Festival 2026 is worked until 02-14, a Saturday.
  expect(escalatesAt('2025-12-12T16:00:00.000Z', ANNOUNCED)).toBe('2025-12-15T00:00:00.000Z');
  expect(escalatesAt('2026-02-13T16:00:00.000Z', ANNOUNCED)).toBe('2026-02-14T00:00:00.000Z');
  expect(escalatesAt('2026-02-14T16:00:00.000Z', ANNOUNCED)).toBe('2026-02-24T00:00:00.000Z');
  when([requested(SURGERY)])
    .when(contributionFallDue, ID, { due })
    .then([{ stream, ...fellDue }]);
});

test.each([
  ['that owns chapters', MEDICAL, [LEAD, OTHER]],
  ['that supports one by name', SURGERY, [OTHER]],
  ['that supports as one of all functional ones', FINANCE, [THIRD]],
  ['that has no part', UNION, [LEAD, OTHER, THIRD]],
])('of a department %s it goes to the leads', (_, department, leads) => {
  when([requested(department), fellDue])
    .when(escalateContribution, ID, { due: escalate })
    .then([{ stream, ...escalated(...leads) }]);
});

test('a functional department that owns nothing is led where it supports', () => {
  const planned = [chapter(1, LEAD, [MEDICAL], ['*functional']), chapter(2, OTHER, [MEDICAL])];
  when([requested(FINANCE), fellDue], CLOCK, planned)
    .when(escalateContribution, ID, { due: escalate })
    .then([{ stream, ...escalated(LEAD) }]);
});

test('says nothing when something is in, when it was told already, and where nobody leads', () => {
  const tell = (facts: readonly Fact[], planned = chapters) =>
    when(facts, CLOCK, planned).when(escalateContribution, ID, { due: escalate });
  tell([requested(SURGERY), fellDue, submitted]).then([]);
  tell([requested(SURGERY), fellDue, escalated(OTHER)]).then([]);
  tell([requested(SURGERY), fellDue], []).then([]);
});

test('stands on each lead’s list until the lead has seen it, or something is in', () => {
  const told = [requested(UNION), fellDue, escalated(LEAD, OTHER)];
  const submit = [`department-head@${UNION}`, 'contribution.submit'];
  const see = (post: string) => [`post:${post}`, 'contribution.see-escalation'];
  expect(owedTo(told)).toEqual([submit, see(LEAD), see(OTHER)]);
  const seen = { type: 'ContributionEscalationSeen', data: { post: LEAD } };
  when(told, lead(LEAD))
    .when(seeContributionEscalation, ID, {})
    .then([{ stream, ...seen }]);
  expect(owedTo([...told, seen])).toEqual([submit, see(OTHER)]);
  expect(owedTo([...told, submitted])).toEqual([['office-director', 'contribution.accept']]);
});

test('is seen once, by those who were told, while nothing is in', () => {
  const told = [requested(UNION), fellDue, escalated(LEAD)];
  const see = (facts: readonly Fact[], post: string) =>
    when(facts, lead(post)).when(seeContributionEscalation, ID, {});
  see(told, THIRD).refused('contribution.escalated');
  see([...told, { type: 'ContributionEscalationSeen', data: { post: LEAD } }], LEAD).refused(
    'contribution.escalated',
  );
  see([...told, submitted], LEAD).refused('contribution.escalated');
});

test('is for the leads who were told to take note of, and for the director alone to extend', () => {
  const world = (facts: readonly Fact[]) =>
    knownFrom({
      institution: INSTITUTION,
      states: new Map([[stream, fold(facts)]]),
      procedures: new Map(),
      texts: new Map(),
      files: new Map(),
      brought: new Map<string, string>(),
      derive: (name) => name,
    });
  const may = (verb: string, actor: Capacity, facts: readonly Fact[]) =>
    'capacities' in permit(verb, 'contribution', ID, [actor], world(facts));
  const told = [requested(UNION), fellDue, escalated(LEAD)];
  expect([LEAD, OTHER].map((post) => may('contribution.see-escalation', lead(post), told))).toEqual([
    true,
    false,
  ]);
  expect(may('contribution.see-escalation', lead(LEAD), [requested(UNION), fellDue])).toBe(false);
  const as = (kind: 'office' | 'office-director'): Capacity => ({ ...lead(uuid(0x98)), as: kind });
  expect(may('contribution.extend', as('office-director'), told)).toBe(true);
  expect(may('contribution.extend', as('office'), told)).toBe(false);
});

describe('where the office releases it', () => {
  const office: Capacity = { as: 'office', person: uuid(0x90), post: uuid(0x98), department: null };
  const asked: Fact = {
    type: 'ContributionRequested',
    data: { ...requested(SURGERY).data, ladder: { escalate: 2, release: 'office' } },
  };
  const overdue = {
    type: 'ContributionFellDue',
    data: { due, escalate: '2025-12-12T00:00:00.000Z', calendar: 'cn-2026' },
  };
  const proposed: Fact = { type: 'ContributionEscalationProposed', data: { leads: [OTHER] } };
  const held: Fact = { type: 'ContributionEscalationHeld', data: {} };
  const submit = [`department-head@${SURGERY}`, 'contribution.submit'];
  const release = ['office', 'contribution.release-escalation'];

  test('its day is the ladder’s, and the clock only proposes it', () => {
    when([asked])
      .when(contributionFallDue, ID, { due })
      .then([{ stream, ...overdue }]);
    when([asked, overdue])
      .when(escalateContribution, ID, { due: overdue.data.escalate })
      .then([{ stream, ...proposed }]);
    when([asked, overdue, proposed]).when(escalateContribution, ID, { due: overdue.data.escalate }).then([]);
    expect(owedTo([asked, overdue, proposed])).toEqual([submit, release]);
  });

  test('is released, and then the leads are told', () => {
    when([asked, overdue, proposed], office)
      .when(releaseContributionEscalation, ID, {})
      .then([{ stream, ...escalated(OTHER) }]);
    const told = [asked, overdue, proposed, escalated(OTHER)];
    expect(owedTo(told)).toEqual([submit, [`post:${OTHER}`, 'contribution.see-escalation']]);
    when(told, office)
      .when(releaseContributionEscalation, ID, {})
      .refused('contribution.escalation-proposed');
  });

  test('is held back with a reason that is sealed, and may be released later', () => {
    const act = when([asked, overdue, proposed], office).when(holdContributionEscalation, ID, {
      reason: '科主任在外进修，本周内补报',
    });
    act.then([{ stream, ...held }]);
    expect('facts' in act.decision && act.decision.facts[0]?.sealed).toEqual([
      { subject: uuid(0x90), plain: { reason: '科主任在外进修，本周内补报' } },
    ]);
    const kept = [asked, overdue, proposed, held];
    expect(owedTo(kept)).toEqual([submit]);
    when(kept, office)
      .when(holdContributionEscalation, ID, { reason: '同上' })
      .refused('contribution.escalation-proposed');
    when(kept, office)
      .when(releaseContributionEscalation, ID, {})
      .then([{ stream, ...escalated(OTHER) }]);
  });

  test('ends when something comes in, and begins anew after more time', () => {
    expect(owedTo([asked, overdue, proposed, submitted])).toEqual([
      ['office-director', 'contribution.accept'],
    ]);
    when([asked, overdue, proposed, submitted], office)
      .when(releaseContributionEscalation, ID, {})
      .refused('contribution.escalation-proposed');
    const data = { from: due, until: '2025-12-15', due: '2025-12-15T16:00:00.000Z' };
    const extended: Fact = { type: 'ContributionExtended', data };
    expect(owedTo([asked, overdue, proposed, extended])).toEqual([submit]);
    when([asked, overdue, held, extended])
      .when(escalateContribution, ID, { due: '2025-12-17T00:00:00.000Z' })
      .then([{ stream, ...proposed }]);
  });

  test('is not there before anything fell due', () => {
    when([asked], office)
      .when(releaseContributionEscalation, ID, {})
      .refused('contribution.escalation-proposed');
    when([asked], office)
      .when(holdContributionEscalation, ID, { reason: '无' })
      .refused('contribution.escalation-proposed');
  });
});

test('what fell due while nothing ran keeps its date and says when it was made up for', () => {
  const now = '2025-12-13T01:00:00.000Z';
  given(
    { ...history('collect', { streams: { collect: [stream] }, chapters }), [stream]: [requested(SURGERY)] },
    { definitions: { plan: procedure() }, actor: CLOCK, now },
  )
    .when(contributionFallDue, ID, { due })
    .then([
      { stream, type: 'ContributionFellDue', data: { due, escalate, calendar: 'cn-2026', belated: now } },
    ]);
});
