import { owe, owed } from './given.ts';
import { openPosting, type Posting } from './posting.ts';

let posting: Posting;

beforeEach(async () => {
  posting = await openPosting();
});
afterEach(() => posting.close());

test('a reminder is sent on its working days, before the date and after it, while it is owed', async () => {
  await posting.round();
  const due = '2044-03-09T16:00:00.000Z';
  await owe(posting.stage, posting.streams[0] ?? '', [
    owed({ holder: `post:${posting.staff[0]?.post}`, due }),
  ]);
  const days = ['2044-03-02', '2044-03-04', '2044-03-07', '2044-03-08', '2044-03-09', '2044-03-10'];
  const subjects: string[] = [];
  for (const day of days) {
    await posting.stage.app.moveClock(posting.stage.institution, `${day}T02:00:00.000Z`);
    for (let i = 0; i < 2; i += 1) {
      await posting.reconcile();
      await posting.round();
    }
    subjects.push(
      ...posting.office.arrived
        .splice(0)
        .map(({ subject }) => `${day} ${subject.replace(/^.*）(..)：.*$/, '$1')}`),
    );
  }
  expect(subjects.filter((subject) => subject.includes('催办'))).toEqual([
    '2044-03-04 催办',
    '2044-03-08 催办',
    '2044-03-09 催办',
    '2044-03-10 催办',
  ]);
});

test('one reminder a day tells a person of everything that is near, and is not followed by another', async () => {
  const [one = '', other = '', third = ''] = posting.streams;
  const [mine, another] = posting.staff.map(({ post }) => ({ holder: `post:${post}` }));
  const due = '2044-03-09T16:00:00.000Z';
  await owe(posting.stage, one, [owed({ ...mine, due })]);
  await owe(posting.stage, third, [
    owed({ ...mine, verb: 'contribution.submit', due: '2044-03-08T16:00:00.000Z' }),
  ]);
  await posting.reconcile();
  await posting.round();
  posting.office.arrived.splice(0);
  await posting.stage.app.moveClock(posting.stage.institution, '2044-03-08T02:00:00.000Z');
  await posting.reconcile();
  await posting.round();
  const reminders = () => posting.office.arrived.filter(({ subject }) => subject.includes('催办'));
  expect(reminders()).toMatchObject([
    {
      to: posting.addresses.slice(0, 1),
      subject: expect.stringContaining('报送科室发展规划'),
      text: expect.stringMatching(/另有1项待办：\n· 报送篇章——篇章（2044年3月9日前）/),
    },
  ]);
  // What it told of is done: the rest of the day nothing more is said of what remains.
  await owe(posting.stage, third, [owed(another)]);
  await owe(posting.stage, other, [owed(another)]);
  await posting.reconcile();
  await posting.round();
  expect(reminders()).toHaveLength(1);
  await posting.stage.app.moveClock(posting.stage.institution, '2044-03-09T02:00:00.000Z');
  await posting.reconcile();
  await posting.round();
  expect(reminders()).toMatchObject([{}, { text: expect.not.stringContaining('另有') }]);
});
