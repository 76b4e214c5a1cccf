import { actor, CASE, council, MEETING, OFFICE, post, UNTABLED, type Story } from '../../testing/council.ts';
import { held, ROUTED, voted } from '../../testing/held-meeting.ts';
import { addItem } from './agenda.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { decideItem } from './decide.ts';
import { putItem } from './put.ts';
import { recordVote } from './record-vote.ts';
import { castVote } from './vote.ts';

const SECRETARY = actor(7);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const weighing = (rule: string, effect: string) => ({
  rules: { ...UNTABLED, [rule]: { effect, reason: '本院议事规则' } },
});
const chairLast = (effect: string) => weighing('meeting.chair-last', effect);
const CHIEF = { decides: 'chair' };

function put(rule: object): Story {
  const called = council(rule, ROUTED).does(SECRETARY, callMeeting, [MEETING, CALL]);
  return [1, 2, 3]
    .reduce((so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' as const }]), called)
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
}

const yes = [MEETING, { vote: 'yes' as const }] as const;
const all = (story: Story): Story => [2, 3].reduce((so, n) => so.does(actor(n), castVote, yes), story);
const decides = (story: Story, outcome: 'passed' | 'deferred') =>
  story.when(actor(1), decideItem, [MEETING, { outcome, reason: '另有考虑' }]);

test('必须: whoever presides does not vote before the others have, and is told how many are waited for', () => {
  const early = put(chairLast('block')).when(actor(1), castVote, yes);
  early.refused('meeting.chair-last');
  expect(early.decision).toMatchObject({
    refusal: {
      because: 'state',
      facts: { waiting: 2 },
      needs: { zh: '还需2人表态' },
      basis: '重大行政决策程序暂行条例第三十条：末位表态',
    },
  });
  all(put(chairLast('block'))).does(actor(1), castVote, yes);
});

test('提示: an early vote shows; 关闭: nobody looks', () => {
  const rules = (effect: string) => put(chairLast(effect)).when(actor(1), castVote, yes).decision;
  expect(rules('warn')).toMatchObject({ notices: [{ rule: 'meeting.chair-last' }] });
  expect(rules('off')).toMatchObject({ notices: [] });
});

test('必须, of a chief who decides: after the others, with a reason or without; putting off is open at any time', () => {
  const story = put({ ...CHIEF, ...chairLast('block') });
  decides(story, 'passed').refused('meeting.chair-last');
  expect(decides(story, 'deferred').types()).toContain('meeting ItemDecided');
  expect(decides(all(story), 'passed').types()).toContain('meeting ItemDecided');
  const shown = (effect: string) => decides(put({ ...CHIEF, ...chairLast(effect) }), 'passed').decision;
  expect(shown('warn')).toMatchObject({
    notices: [{ rule: 'meeting.chair-last' }, { rule: 'meeting.heard' }],
  });
  expect(shown('off')).toMatchObject({ notices: [{ rule: 'meeting.heard' }] });
});

test('a vote that the secretary records is never refused for it: it holds the next step, shows, or is as any other', () => {
  const elsewhere = {
    happened: '2025-11-20',
    medium: 'meeting',
    scan: null,
    book: '第1页',
    checker: null,
  } as const;
  const slip = (effect: string) => {
    const body = { post: post(1), vote: 'yes' as const, elsewhere };
    const { decision } = put(chairLast(effect)).when(SECRETARY, recordVote, [MEETING, body]);
    if ('refusal' in decision) throw new Error(decision.refusal.rule);
    return decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  };
  expect(slip('block')).toMatchObject({ holds: ['meeting.chair-last'] });
  expect(slip('warn')).toMatchObject({ holds: [], notices: [{ rule: 'meeting.chair-last' }] });
  expect(slip('off')).toMatchObject({ holds: [], notices: [] });
});

test('the same of a whole meeting that is recorded', () => {
  const first = { votes: voted([1, 'yes'], [2, 'yes'], [3, 'yes'], [4, 'no'], [5, 'yes']) };
  const slip = (effect: string) => {
    const { decision } = held(first, council(chairLast(effect), ROUTED));
    if ('refusal' in decision) throw new Error(decision.refusal.rule);
    return decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  };
  expect(slip('block')).toMatchObject({ holds: ['meeting.chair-last'] });
  expect(slip('warn')).toMatchObject({ holds: [], notices: [{ rule: 'meeting.chair-last' }] });
  expect(slip('off')).toMatchObject({ notices: [] });
});

test('临时议题 by weight: added with a mark, or only as one of the two exceptions, or without a word', () => {
  const adding = (effect: string, more: object = {}) =>
    council(weighing('meeting.agenda-closed', effect))
      .does(SECRETARY, callMeeting, [MEETING, CALL])
      .when(OFFICE, addItem, [MEETING, { title: '设备采购', reason: '时限紧迫', ...more }]);
  adding('block').refused('meeting.agenda-closed');
  const urgent = { exception: 'emergency' };
  const shown = { rule: 'meeting.agenda-closed', facts: { exception: 'emergency' } };
  expect(adding('block', urgent).decision).toMatchObject({ notices: [shown] });
  expect(adding('warn', urgent).decision).toMatchObject({ notices: [shown] });
  expect(adding('warn').decision).toMatchObject({ notices: [{ rule: 'meeting.agenda-closed', facts: {} }] });
  expect(adding('off').decision).toMatchObject({ notices: [] });
  expect(adding('off', urgent).decision).toMatchObject({ notices: [] });
});

test('举手 of a congress by weight: it is not called, shows, or is not looked at', () => {
  const calling = (effect: string) =>
    council({ ballot: 'hand', ...weighing('congress.secret-ballot', effect) }, { kind: 'congress@1' }).when(
      SECRETARY,
      callMeeting,
      [MEETING, CALL],
    );
  calling('block').refused('congress.secret-ballot');
  expect(calling('warn').decision).toMatchObject({ notices: [{ rule: 'congress.secret-ballot' }] });
  expect(calling('off').decision).toMatchObject({ notices: [] });
});
