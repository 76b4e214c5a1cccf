import type { Capacity } from '../capacity.ts';
import { knownFrom } from '../given.ts';
import { evolve, initial } from '../machine.ts';
import { orgMachine } from '../org/org.ts';
import { recordMachine } from '../record/record.ts';
import type { Fact } from '../stream.ts';
import { INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { permit, visible } from './permit.ts';

const RECORD = uuid(90);
const entered: Fact = {
  type: 'RecordEntered',
  data: {
    case: uuid(1),
    about: `case/${uuid(1)}`,
    recorder: uuid(20),
    people: [{ post: uuid(11), person: uuid(101) }],
    notices: [],
    holds: ['meeting.quorum'],
    exemptOnly: [],
    lapses: '2025-11-27T16:00:00.000Z',
  },
};
const proposed: Fact = {
  type: 'RepairProposed',
  data: { how: 'exempted', by: uuid(120), approvedBy: uuid(12), paper: null },
};
const confirmed: Fact = { type: 'RepairConfirmed', data: { how: 'exempted', by: uuid(150) } };

const known = (...facts: readonly Fact[]) =>
  knownFrom({
    institution: INSTITUTION,
    states: new Map<`${'org' | 'record'}/${string}`, unknown>([
      [`org/${INSTITUTION}`, initial(orgMachine)],
      [
        `record/${RECORD}`,
        facts.reduce((state, fact) => evolve(recordMachine, state, fact), initial(recordMachine)),
      ],
    ]),
    procedures: new Map(),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => refOf(name).hash,
  });
const may = (verb: string, who: Capacity, ...facts: readonly Fact[]): boolean =>
  'capacities' in permit(verb, 'record', RECORD, [who], known(entered, ...facts));
const member = (post: number, person: number): Capacity => ({
  as: 'committee-member',
  person: uuid(person),
  post: uuid(post),
  department: null,
});

test('whoever was recorded is known by the person, whatever post is held', () => {
  const [same, moved, successor] = [member(11, 101), member(13, 101), member(11, 102)];
  for (const verb of ['record.acknowledge', 'record.object'])
    expect([same, moved, successor].map((who) => may(verb, who))).toEqual([true, true, false]);
  const seen = (who: Capacity) => visible('record', RECORD, [who], known(entered));
  expect([same, moved, successor].map(seen)).toEqual([true, true, false]);
});

test('whoever proposed a repair may take it back while it waits, and nobody else of the office', () => {
  const office: Capacity = { ...member(20, 120), as: 'office' };
  const asked = (who: Capacity, ...facts: readonly Fact[]) => may('record.confirm-repair', who, ...facts);
  expect(asked(office, proposed)).toBe(true);
  expect(asked({ ...office, person: uuid(121) }, proposed)).toBe(false);
  expect(asked(office, proposed, confirmed)).toBe(false);
  expect(asked(office)).toBe(false);
});
