import type { Capacity } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, head, history, house, procedure, SURGERY } from '../../testing/plan-case.ts';
import { recordContribution, RecordContribution } from './record.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const due = '2025-12-10T16:00:00.000Z';
const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };
const surgeon = head(SURGERY);
const text = refOf('外科发展规划');

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
const filled: readonly Fact[] = [
  {
    type: 'PostCreated',
    data: { post: surgeon.post, title: '外科主任', as: 'department-head', department: SURGERY },
  },
  {
    type: 'PostFilled',
    data: { post: surgeon.post, person: surgeon.person, from: '2025-01-01T00:00:00.000Z' },
  },
];

const elsewhere = (more: object = {}) => ({
  happened: '2025-12-10',
  medium: 'paper' as const,
  scan: null,
  book: '收文登记簿第5页',
  checker: null,
  ...more,
});
const when = (
  body: Partial<Parameters<typeof recordContribution.decide>[2]>,
  {
    facts = [requested()],
    org = [...house, ...filled],
    ...setting
  }: { facts?: Fact[]; org?: Fact[] } & object = {},
) =>
  given(
    {
      ...history('collect', { streams: { collect: [stream] } }),
      [`org/${INSTITUTION}`]: org,
      [stream]: facts,
    },
    {
      definitions: { plan: procedure() },
      texts: ['外科发展规划'],
      files: ['扫描.pdf'],
      actor: office,
      now: '2025-12-12T02:00:00.000Z',
      ...setting,
    },
  ).when(recordContribution, ID, { text, none: false, carrier: 'paper', elsewhere: elsewhere(), ...body });
const dataOf = ({ decision }: ReturnType<typeof when>, i = 0) =>
  'facts' in decision ? decision.facts[i]?.fact.data : decision.refusal;

test('is in time or late by the moment that is claimed, and marked as entered', () => {
  expect(dataOf(when({}))).toEqual({ text, original: null, received: due, late: false, carrier: 'paper' });
  const minute = elsewhere({ happened: '2025-12-10T16:00:01.000Z' });
  expect(dataOf(when({ elsewhere: minute, carrier: 'wechat' }))).toMatchObject({
    received: '2025-12-10T16:00:01.000Z',
    late: true,
    carrier: 'wechat',
  });
});

test('of an earlier day, after what came late, keeps the mark and shows what is claimed', () => {
  const facts: Fact[] = [
    requested(),
    { type: 'ContributionSubmitted', data: { text, received: '2025-12-11T02:00:00.000Z', late: true } },
    { type: 'ContributionWithdrawn', data: { due: null, escalate: '2025-12-12T00:00:00.000Z' } },
  ];
  const act = when({}, { facts });
  expect(dataOf(act)).toMatchObject({ received: due, late: true });
  expect(act.decision).toMatchObject({
    notices: [{ rule: 'contribution.was-late', facts: { due, received: due } }],
  });
});

test('of today is not claimed to have come later than now', () => {
  expect(dataOf(when({ elsewhere: elsewhere({ happened: '2025-12-12' }) }))).toMatchObject({
    received: '2025-12-12T02:00:00.000Z',
    late: true,
  });
});

test('is the deed of the department’s head, who is told', () => {
  const act = when({ original: fileOf('扫描.pdf') });
  expect(act.types()).toEqual(['contribution ContributionSubmitted', 'record RecordEntered']);
  expect('facts' in act.decision && act.decision.facts[0]?.of).toEqual(surgeon);
  expect(dataOf(act, 1)).toMatchObject({
    about: stream,
    verb: 'contribution.record',
    people: [{ post: surgeon.post, person: surgeon.person }],
    holds: [],
  });
});

test('while nobody heads the department stands in the name of whoever entered it', () => {
  const act = when({}, { org: [...house] });
  expect('facts' in act.decision && act.decision.facts[0]?.of).toBeUndefined();
  expect(dataOf(act, 1)).toMatchObject({ people: [] });
});

test('of 零报告 needs neither a text nor an original, and everything else one of them', () => {
  const act = when({ text: undefined, none: true });
  expect(act.types()).toEqual(['contribution ContributionNoneReported', 'record RecordEntered']);
  const fits = (body: object) =>
    RecordContribution.safeParse({ carrier: 'usb', elsewhere: elsewhere(), ...body }).success;
  expect([fits({}), fits({ text }), fits({ none: true }), fits({ text, none: true })]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a rule that was broken shows and refuses nothing', () => {
  const act = when(
    { elsewhere: elsewhere({ happened: '2025-12-11' }) },
    { facts: [requested({ afterDue: 'refuse' })] },
  );
  expect(act.decision).toMatchObject({ notices: [{ rule: 'contribution.due' }] });
});

test('what makes no sense is refused', () => {
  const accepted: Fact[] = [
    requested(),
    { type: 'ContributionSubmitted', data: { text, received: due, late: false } },
    { type: 'ContributionAccepted', data: { text } },
  ];
  when({}, { facts: accepted }).refused('contribution.open');
  when({ text: refOf('不在') }).refused('text.known');
  when({ original: fileOf('不在') }).refused('file.known');
  when({ elsewhere: elsewhere({ happened: '2025-12-13' }) }).refused('record.happened');
});

test('is whoever’s headed the department then; of nobody’s time it is the recorder’s, which shows', () => {
  const until = '2025-12-11T02:00:00.000Z';
  const changed: Fact[] = [
    ...house,
    ...filled,
    { type: 'PostVacated', data: { post: surgeon.post, person: surgeon.person, until } },
    { type: 'PostFilled', data: { post: surgeon.post, person: uuid(0x95), from: until } },
  ];
  const former = when({}, { org: changed });
  expect('facts' in former.decision && former.decision.facts[0]?.of).toEqual(surgeon);
  expect(dataOf(former, 1)).toMatchObject({ people: [{ person: surgeon.person }], notices: [] });
  const before = when({ elsewhere: elsewhere({ happened: '2024-12-30' }) }, { org: changed });
  expect('facts' in before.decision && before.decision.facts[0]).not.toHaveProperty('of');
  expect(dataOf(before, 1)).toMatchObject({ people: [], notices: [{ rule: 'record.holder' }], holds: [] });
});
