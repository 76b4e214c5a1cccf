import { procedureOf } from '../../case/advance.ts';
import type { Subject } from '../../case/case.ts';
import type { Given, Known, Need } from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import { weigh, weighBreach, type Weighed } from '../../procedure/effects.ts';
import type { TextRef } from '../../text-ref.ts';
import { findingNeeds, findingsShown, weighFindings } from '../finding/gate.ts';
import { figuresNeeds, figuresOpen } from '../indicator/gate.ts';
import { groundedNeeds, groundsShown, weighGrounds } from './ungrounded.ts';

/** Where a text stands that is to be decided on. */
interface Putting {
  readonly case: string;
  readonly stage: string;
}

/** What is to be decided on. */
interface Item {
  readonly subject: Subject;
  readonly text: TextRef | null;
}

/** What {@link weighText} and {@link textShown} look at, for `needs`. */
export const readyNeeds = (known: Known, caseId: string): readonly Need[] => [
  ...groundedNeeds(known, caseId),
  ...figuresNeeds(known, { case: caseId }),
  ...findingNeeds(known, caseId),
];

/** 上会: what of the text itself must be in order before a body decides on it: its figures, what its changes rest on, what the checkup found. */
export function weighText(given: Given, putting: Putting, item: Item): Weighed {
  const figures = weighFigures(given, putting, item);
  if ('refusal' in figures) return figures;
  const grounds = weighGrounds(given, putting, item.subject);
  if ('refusal' in grounds) return grounds;
  const findings = weighFindings(given, putting, item, 'body');
  if ('refusal' in findings) return findings;
  return { notices: [...figures.notices, ...grounds.notices, ...findings.notices] };
}

/** 印发: the figures, and what the checkup found in what is signed. */
export function weighIssued(given: Given, putting: Putting, item: Item): Weighed {
  const figures = weighFigures(given, putting, item);
  if ('refusal' in figures) return figures;
  const findings = weighFindings(given, putting, item, 'issue');
  if ('refusal' in findings) return findings;
  return { notices: [...figures.notices, ...findings.notices] };
}

/** The figures alone: at a gate that is no meeting. */
export const weighFigures = (given: Given, putting: Putting, item: Item): Weighed =>
  weigh(stageIn(given, putting), figuresOpen(given, putting, item));

/** The same of what was done elsewhere: it shows, and what the stage lets hold holds the next step. */
export const figuresShown = (given: Given, putting: Putting, item: Item): readonly Breach[] =>
  weighBreach(stageIn(given, putting), figuresOpen(given, putting, item));

/** What of the text was not in order when a body decided on it elsewhere. */
export const textShown = (given: Given, putting: Putting, item: Item): readonly Breach[] => [
  ...figuresShown(given, putting, item),
  ...groundsShown(given, putting, item.subject),
  ...findingsShown(given, putting, item, 'body'),
];

const stageIn = (given: Given, { case: caseId, stage }: Putting) =>
  procedureOf(given, caseId).stage(stage).stage;
