import { leadersFor } from './leaders.ts';

const OFFICE = { as: 'office', post: 'p-office', title: '规划办' };
const SECRETARY = { as: 'secretary', post: 'p-secretary', title: '文秘' };
const post = (id: string, as: string, title: string) => ({ id, as, title });
const serves = (leader: string, leaderTitle: string, status: 'standing' | 'waiting') => ({
  aide: leader,
  leader,
  leaderTitle,
  post: SECRETARY.post,
  postTitle: SECRETARY.title,
  status,
});
const org = {
  posts: [post('p-1', 'leader', '院长'), post('p-2', 'leader', '副院长'), post('p-3', 'teller', '计票人')],
  aides: [serves('p-2', '副院长', 'standing'), serves('p-1', '院长', 'waiting')],
};
const VERB = 'review.record-opinion';
const asking = (held: typeof OFFICE, allowed = true) => ({
  me: { capacities: [held] },
  org,
  verb: VERB,
  may: [{ command: VERB, allowed, posts: [held.post] }],
});
type Asking = Parameters<typeof leadersFor>[0];
const titles = (one: object) => leadersFor(one as Asking).map(({ title }) => title);

test('the office enters what any leader signed, a secretary what the leader served did, nobody else anything', () => {
  expect(titles(asking(OFFICE))).toEqual(['院长', '副院长']);
  expect(titles(asking(SECRETARY))).toEqual(['副院长']);
  expect(titles(asking({ ...SECRETARY, post: 'p-other' }))).toEqual([]);
});

test('nothing while it may not be asked', () => {
  expect(titles(asking(OFFICE, false))).toEqual([]);
  expect(titles({ ...asking(OFFICE), verb: 'issue.record-step' })).toEqual([]);
});
