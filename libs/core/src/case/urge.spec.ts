import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { OPENED, SMALL } from '../testing/small-procedure.ts';
import { Urge, urge } from './urge.ts';

const definitions = { small: SMALL };
const stream = `case/${uuid(7)}`;
const department = uuid(21);
const house: Fact = {
  type: 'InstitutionFounded',
  data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' },
};
const org = { [`org/${INSTITUTION}`]: [house] };
const asked = `contribution/${uuid(31)}` as const;
const entered: Fact = {
  type: 'StageEntered',
  data: { stage: 'material', round: 1, due: null, streams: [asked] },
};
const requested: Fact = {
  type: 'ContributionRequested',
  data: {
    case: uuid(7),
    stage: 'material',
    department,
    label: '脾胃病科发展规划',
    due: '2026-01-20T16:00:00.000Z',
    afterDue: 'receive',
  },
};
const urged = (on: string): Fact => ({
  type: 'Urged',
  data: { on, things: [{ stream: asked, name: 'submit', verb: 'contribution.submit' }] },
});
const body = { things: [{ stream: asked, name: 'submit' }] };

const when = (
  now: string,
  before: readonly Fact[] = [],
  what = body,
  things: readonly Fact[] = [requested],
) =>
  given({ ...org, [stream]: [OPENED, entered, ...before], [asked]: things }, { definitions, now }).when(
    urge,
    uuid(7),
    what,
  );

// 2026-01-12 is a Monday.
test('what is owed is urged, with the day and the act', () => {
  when('2026-01-12T02:00:00.000Z').then([{ stream, ...urged('2026-01-12') }]);
});

test('once a thing and working day: not again on the day, again on the next one', () => {
  const before = [urged('2026-01-12')];
  when('2026-01-12T15:59:59.999Z', before).refused('urge.once-a-day');
  when('2026-01-12T16:00:00.000Z', before).then([{ stream, ...urged('2026-01-13') }]);
});

test('days off count with the working day that follows them', () => {
  const before = [urged('2026-01-17')];
  for (const now of ['2026-01-18T02:00:00.000Z', '2026-01-19T02:00:00.000Z'])
    when(now, before).refused('urge.once-a-day');
  when('2026-01-20T02:00:00.000Z', before).then([{ stream, ...urged('2026-01-20') }]);
});

test('what was done is not urged, nor what is no obligation of this case', () => {
  const other = { things: [...body.things, { stream: asked, name: 'accept' }] };
  when('2026-01-12T02:00:00.000Z', [], other).refused('urge.owed');
  when('2026-01-12T02:00:00.000Z', [], body, []).refused('urge.owed');
});

test('what is only taken note of is not urged', () => {
  const slip: Fact = {
    type: 'RecordEntered',
    data: {
      case: uuid(7),
      stage: 'material',
      about: asked,
      verb: 'contribution.record',
      title: '补录',
      recorder: null,
      recordedBy: null,
      happened: '2026-01-09',
      medium: 'paper',
      scan: null,
      book: null,
      checker: null,
      people: [{ post: uuid(40), person: uuid(41) }],
      notices: [],
      holds: [],
      lapses: null,
    },
  };
  const told = `record/${uuid(50)}` as const;
  given(
    { ...org, [stream]: [OPENED, entered], [asked]: [requested], [told]: [slip] },
    { definitions, now: '2026-01-12T02:00:00.000Z' },
  )
    .when(urge, uuid(7), { things: [{ stream: told, name: `acknowledge:${uuid(40)}` }] })
    .refused('urge.by-message');
});

test.each([
  { things: [] },
  { things: [{ stream: '科室', name: 'submit' }] },
  { things: [{ stream: asked }] },
])('%j is no body', (said) => {
  expect(Urge.safeParse(said).success).toBe(false);
});
