import { council, UNTABLED } from '../../testing/council.ts';
import { broken, ELSEWHERE, ROUTED, VOTES } from '../../testing/held-meeting.ts';

const by = (medium: 'paper' | 'telephone' | 'in-person' | 'meeting') => ({
  elsewhere: { ...ELSEWHERE, medium },
});
const weighing = (rule: string, effect: string, more: object = {}) =>
  council({ ...more, rules: { ...UNTABLED, [rule]: { effect, reason: '本院议事规则' } } }, ROUTED);

test.each(['paper', 'telephone', 'in-person'] as const)(
  'a decision %s in the place of a meeting holds the next step',
  (medium) => {
    expect(broken(by(medium))).toEqual(['meeting.circulation!']);
    expect(broken({ ...by(medium), outcome: 'not-passed', votes: VOTES.map(against) })).toEqual([
      'meeting.circulation!',
    ]);
  },
);

const against = (vote: (typeof VOTES)[number]) => ({ ...vote, vote: 'no' as const });

test('a meeting is none, and to put off or take back takes none', () => {
  expect(broken(by('meeting'))).toEqual([]);
  for (const outcome of ['deferred', 'withdrawn'] as const)
    expect(broken({ votes: undefined, ...by('telephone'), outcome, reason: '另行安排' })).not.toContain(
      'meeting.circulation!',
    );
});

test('a body may let it show, or not look', () => {
  expect(broken(by('paper'), weighing('meeting.circulation', 'warn'))).toEqual(['meeting.circulation']);
  expect(broken(by('paper'), weighing('meeting.circulation', 'off'))).toEqual([]);
});

const CONGRESS = { ballot: 'secret' };
const counted = {
  present: undefined,
  votes: undefined,
  presentCount: 5,
  tally: { yes: 4, no: 1, abstain: 0, invalid: 0, issued: 5, returned: 5 },
};
const congress = (effect?: string) => {
  const rules = effect ? { ...UNTABLED, 'congress.itemised': { effect, reason: '本院议事规则' } } : UNTABLED;
  return council({ ...CONGRESS, rules }, { ...ROUTED, kind: 'congress@1' });
};

test('several items of a congress under one vote show, hold, or are not looked at; one item is one item', () => {
  expect(broken({ ...counted, together: 3 }, congress())).toEqual(['congress.itemised']);
  expect(broken({ ...counted, together: 3 }, congress('block'))).toEqual(['congress.itemised!']);
  expect(broken({ ...counted, together: 3 }, congress('off'))).toEqual([]);
  expect(broken(counted, congress())).toEqual([]);
  expect(broken({ together: 2 })).toEqual([]);
});
