import { foldStream } from '../../streams.ts';
import {
  actor,
  CASE,
  council,
  department,
  head,
  MEETING,
  OFFICE,
  post,
  type Story,
} from '../../testing/council.ts';
import { conditionRows, type ConditionState } from './condition.ts';
import { escalateCondition, seeConditionEscalation } from './escalate.ts';
import { meetCondition, waiveCondition } from './meet.ts';

const CONDITION = 'c1';
const CLOCK = { as: 'clock', person: null, post: null, department: null } as const;
const DIRECTOR = { ...OFFICE, as: 'office-director' } as const;
const DUE = [CONDITION, { due: '2025-12-01T00:00:00.000Z' }] as const;

const unmet = (presider: string | null = post(1)): Story =>
  council().with(
    `condition/${CONDITION}`,
    {
      type: 'ConditionDrafted',
      data: {
        case: CASE,
        stage: 'adopt',
        meeting: `meeting/${MEETING}`,
        bodyKey: 'council',
        subject: 'scheme',
        no: 1,
        owner: { department: department(1) },
        due: '2025-11-30',
        presider,
      },
    },
    { type: 'ConditionSet', data: { outcome: 'in-principle', escalate: DUE[1].due } },
  );
const owed = ({ history }: Story) => {
  const state = foldStream('condition', history[`condition/${CONDITION}`] ?? [], () => undefined);
  return conditionRows(CONDITION, state as ConditionState).obligations.map(
    ({ verb, holder }) => `${verb} ${holder}`,
  );
};
const seen = [CONDITION, {}] as const;

test('once its day is over it is put before whoever presided, and still owed by its owner', () => {
  const late = unmet().does(CLOCK, escalateCondition, DUE);
  expect(owed(late)).toEqual([
    `condition.meet department-head@${department(1)}`,
    `condition.see-escalation post:${post(1)}`,
  ]);
  expect(owed(late.does(actor(1), seeConditionEscalation, seen))).toEqual([
    `condition.meet department-head@${department(1)}`,
  ]);
});

test('only whoever presided takes note; where nobody is known to have, the director of the office', () => {
  const late = unmet().does(CLOCK, escalateCondition, DUE);
  late.when(actor(2), seeConditionEscalation, seen).refused('condition.escalated');
  late.when(DIRECTOR, seeConditionEscalation, seen).refused('condition.escalated');
  unmet().when(actor(1), seeConditionEscalation, seen).refused('condition.escalated');
  const nobody = unmet(null).does(CLOCK, escalateCondition, DUE);
  expect(owed(nobody)).toContain('condition.see-escalation office-director');
  expect(nobody.when(DIRECTOR, seeConditionEscalation, seen).types()).toEqual([
    'condition ConditionEscalationSeen',
  ]);
});

test('reported and not verified it is overdue as well; waived it is not, and nobody is told twice', () => {
  const reported = unmet().does(head(1), meetCondition, [CONDITION, { report: '已落实' }]);
  expect(reported.when(CLOCK, escalateCondition, DUE).types()).toEqual(['condition ConditionEscalated']);
  const waived = unmet().does(actor(1), waiveCondition, [CONDITION, { reason: '不再需要', paper: null }]);
  expect(waived.when(CLOCK, escalateCondition, DUE).types()).toEqual([]);
  expect(unmet().does(CLOCK, escalateCondition, DUE).when(CLOCK, escalateCondition, DUE).types()).toEqual([]);
});
