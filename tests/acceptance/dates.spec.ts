import { ObligationPage, Organisation, resourceOf } from '@mouding/contract';
import { readDefinition } from '@mouding/core';
import { publish } from 'mouding/rehearse/open-case';
import { exactly } from 'mouding/rehearse/scenarios/clockwork';
import { refusedBy } from 'mouding/rehearse/scenarios/expecting';
import type { Scenario, Scene } from 'mouding/rehearse/scenarios/scenario';
import { headOf, itemOf, office, person } from 'mouding/rehearse/story';
import { until } from 'mouding/until';
import { rehearsed, type Rehearsed } from '../harness/rehearsed.ts';

const Consultation = resourceOf('consultation');
const NOTICE = '国办发明电〔2026〕9号（2026-11-10）';
/** Five working days, of which the last lie in a year that is not announced. */
const ASKING = {
  id: 'asking',
  title: '跨年征求意见',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'ask',
      kind: 'consult@1',
      title: '征求意见',
      with: {
        ask: 'functional-departments',
        days: 5,
        unit: 'working',
        floor: { n: 5, unit: 'working', basis: '本院规定' },
      },
      rules: { 'consultation.window': { effect: 'block', reason: '本院规定' } },
      then: { consulted: 'end' },
    },
  ],
};
const YEAR = {
  year: 2027,
  of: 'state',
  off: [{ from: '2027-01-01', to: '2027-01-03' }],
  worked: ['2027-01-09'],
  source: NOTICE,
};

/** A window over the turn of the year: estimated, announced, counted again, and explained to whoever owes an answer. */
const overNewYear: Scenario = {
  id: 'dates',
  title: { zh: '跨年期限', en: 'a date over the turn of the year' },
  async play(scene) {
    const opened = await scene.open();
    await exactly(opened, '2026-12-29', '10:00:00');
    const clerk = await office(opened);
    const read = readDefinition(ASKING);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    await publish(clerk, read.definition);
    const { made } = await clerk.make('case', {
      title: '跨年征求意见',
      procedure: ASKING.id,
      scheme: await clerk.keep('方案\n'),
      dates: {},
    });
    await announce(scene, scene.of(made.slice('case/'.length)));
  },
};

type Story = ReturnType<Scene['of']>;

async function announce(scene: Scene, story: Story): Promise<void> {
  const clerk = await office(story);
  const { href, stream } = await itemOf(story, 'ask', 'consultation');
  const look = () => clerk.read(href, Consultation);
  const guessed = await look();
  scene.shows(
    '预估至2027年1月5日',
    'estimated',
    guessed.data.estimated && guessed.data.due.startsWith('2027-01-05T16'),
  );
  const admin = await person(story, 'admin');
  await admin.act(`org/${admin.me.institution.id}`, 'set-holidays', YEAR);
  const counted = await until('the window to be counted again', async () => {
    const seen = await look();
    return seen.data.estimated ? undefined : seen;
  });
  scene.shows('公布后改为1月6日', 'it moved', counted.data.due === '2027-01-06T16:00:00.000Z');
  const { calendar } = await clerk.read('/v1/org', Organisation);
  scene.shows(
    '工作日历载明2027年及其依据',
    'coverage is shown',
    calendar.version === 'cn-2026+1' &&
      calendar.years.some(({ year, source }) => year === 2027 && source === NOTICE),
  );
  const head = await headOf(story, '医务科');
  const { items } = await head.read('/v1/obligations', ObligationPage);
  const why = items.find((each) => each.stream === stream)?.why.map(({ said }) => said.zh) ?? [];
  scene.shows(
    `待办说明期限由来：${why.join('；')}`,
    'the obligation explains its date',
    why[1] === `依据${NOTICE}重新计算，由2027年1月5日改为2027年1月6日`,
  );
  const director = await person(story, 'zhuren');
  await refusedBy(scene, 'consultation.window', '缩短至低于下限', 'shorter than the floor', () =>
    director.act(stream, 'set-window', { until: '2026-12-31', reason: '急' }),
  );
  await director.act(stream, 'set-window', { until: '2027-01-09', reason: '元旦期间值班' });
  scene.shows(
    '延长至1月9日（调休上班的周六）',
    'the window is longer',
    (await look()).data.due === '2027-01-09T16:00:00.000Z',
  );
}

let scene: Rehearsed;
beforeAll(async () => (scene = await rehearsed(overNewYear, 28)));
afterAll(() => scene?.stop());

test('a date that was estimated is counted again once its year is announced, and every date explains itself', () => {
  expect(scene.wrong).toEqual([]);
  expect(scene.played).toMatchObject({ faults: [], differences: 0 });
});

test('the recount is a fact of the clock with both dates and the paper, and happens once', () => {
  expect(scene.of('WindowRecounted')).toMatchObject([
    {
      actor: { as: 'clock', by: null },
      data: {
        from: '2027-01-05T16:00:00.000Z',
        due: '2027-01-06T16:00:00.000Z',
        source: NOTICE,
        calendar: 'cn-2026+1',
        estimated: false,
      },
    },
  ]);
});
