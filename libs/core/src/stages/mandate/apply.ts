import { closeStage, endStage } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import { both, record, type Decision, type Given, type Recorded } from '../../decider.ts';
import type { Notice } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { groundIn } from '../manuscript/ground.ts';
import type { Change } from '../manuscript/text-changes.ts';
import type { Draft, MandateContext, Row } from './facts.ts';

type Reached = Pick<Draft, 'to' | 'label' | 'rows'>;

/** The change as the manuscript keeps it, so that its facts alone make its text. */
function inManuscript(
  given: Given,
  id: string,
  { case: caseId, text }: MandateContext,
  { to, label, rows }: Reached,
  done: boolean,
): readonly Recorded[] {
  const manuscript = streamOf(given.state('case', caseId), 'manuscript');
  if (!manuscript) return [];
  const mandate = streamName('mandate', id);
  const data = { from: text, to, label, changes: rows.map(asChange), mandate, done };
  return [record(manuscript, { type: 'ManuscriptMandated', data })];
}

/** The row as a change of the manuscript, without what the table says of it. */
const asChange = (row: Row): Change =>
  'operations' in row
    ? { operations: row.operations, cites: row.cites, ...groundIn(row) }
    : { at: row.at, cut: row.cut, put: row.put, cites: row.cites, ...groundIn(row) };

interface Ending {
  readonly context: MandateContext;
  /** What the text becomes; null when it stays as it was decided on. */
  readonly reached: Reached | null;
  readonly notices?: readonly Notice[];
}

/** 审定: the changed text becomes the case's, and what the gate decided stands for it. */
export const covered = (given: Given, id: string, ending: Ending): Decision =>
  ended(given, id, ending, 'approved');

/** The same of what was approved on paper: what held the case then is for the record to say. */
export function coveredElsewhere(given: Given, id: string, ending: Ending): Decision {
  const { context, reached } = ending;
  const leaving = leavingBy(ending, 'approved');
  const changed = reached ? inManuscript(given, id, context, reached, true) : [];
  return both({ facts: changed }, endStage(given, context.case, context.stage, leaving));
}

/** 再提请审议: nothing that the body decided stands for the text that it is to decide on again. */
export const backToBody = (given: Given, id: string, ending: Ending): Decision =>
  ended(given, id, ending, 'returned');

function ended(given: Given, id: string, ending: Ending, outcome: 'approved' | 'returned'): Decision {
  const { context, reached } = ending;
  const changed = reached ? inManuscript(given, id, context, reached, outcome === 'approved') : [];
  const leaving = leavingBy(ending, outcome);
  return both({ facts: changed }, closeStage(given, context.case, context.stage, leaving));
}

const leavingBy = ({ context, reached, notices = [] }: Ending, outcome: string) => ({
  outcome,
  text: reached?.to ?? context.text,
  notices,
  sum: { changes: reached?.rows.length ?? 0 },
});
