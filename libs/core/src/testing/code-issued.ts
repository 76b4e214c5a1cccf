import type { Fact } from '../stream.ts';
import { due, stream } from './asked-plan.ts';
import { uuid } from './given.ts';
import { SURGERY } from './plan-case.ts';

/** The first moment, in law time, at which the code below takes nothing any more. */
export const ends = '2025-12-12T16:00:00.000Z';

/** A 报送码 for the plan that is asked of one department. */
export const codeIssued: Fact = {
  type: 'DepositCodeIssued',
  data: {
    case: uuid(1),
    stage: 'collect',
    of: stream,
    department: SURGERY,
    label: '外科发展规划',
    due,
    until: '2025-12-12',
    ends,
    days: 5,
  },
};
