import {
  conformance,
  foldStream,
  parseStream,
  streamName,
  type ConformanceReport,
  type Kind,
  type Procedure,
  type StateOf,
  type Witness,
} from '@mouding/core';
import { CONFORMANCE_WORDS, KEPT_WORDS } from '../conformance-words.ts';
import { OUTCOME_WORDS, STATUS_WORDS } from '../status-words.ts';
import { wordsOf, type Words } from '../words.ts';
import { VERB_WORDS } from '../verb-words.ts';
import type { BundleFault } from './fault.ts';
import { BUNDLE_PATHS, type Sentence } from './layout.ts';
import type { Bundle, BundledEntry } from './read-bundle.ts';

/** A stage of 决策一览: what was asked for, and what was done. */
export interface CourseLine {
  readonly stage: string;
  readonly title: string;
  readonly status: string;
  readonly words: Sentence;
  readonly basis: string | null;
  /** Of the last round; null while there is none. */
  readonly outcome: Sentence | null;
  /** Law time of its end. */
  readonly at: string | null;
  readonly index: number | null;
  /** The sum of the vote. */
  readonly sum: Sentence | null;
}

/** 补录: what was entered afterwards, apart from what was done here then. */
export interface AfterwardsLine {
  readonly title: string;
  readonly words: Sentence;
  readonly happened: string | null;
  readonly entered: string;
  readonly standing: string;
  readonly index: number;
}

/** How the case went, computed from its entries alone. */
export interface Course {
  readonly lines: readonly CourseLine[];
  readonly afterwards: readonly AfterwardsLine[];
}

/** Null where the entries are not those of a case that can be folded. */
export function courseOf(
  caseId: string,
  entries: readonly BundledEntry[],
  procedure: (hash: string) => Procedure | undefined,
): Course | null {
  const stream = streamName('case', caseId);
  const facts = entries.filter(({ entry }) => !BESIDE.has(parseStream(entry.stream).kind)).map(witnessOf);
  const own = facts.filter((fact) => fact.stream === stream);
  const state = folded(own, procedure);
  const bound = state && procedure(state.context.procedure.hash);
  if (!state || !bound) return null;
  const report = conformance(bound, state, facts);
  return {
    lines: report.stages.map((each) => lineOf(each, bound)),
    afterwards: report.records.map(afterwardsOf),
  };
}

/** What a bundle holds beside the case: the house, whoever was erased, and sittings in which other matters were heard too. */
const BESIDE: ReadonlySet<Kind> = new Set(['org', 'person', 'sitting']);

function folded(
  own: readonly Witness[],
  procedure: (hash: string) => Procedure | undefined,
): StateOf<'case'> | null {
  try {
    return foldStream(
      'case',
      own.map(({ type, data }) => ({ type, data })),
      procedure,
    ) as StateOf<'case'> | null;
  } catch {
    return null;
  }
}

const witnessOf = ({ entry, index, leafHash }: BundledEntry): Witness => {
  const { stream, version, at, type, data, actor, command } = entry;
  const { kind, id } = parseStream(stream);
  return { stream: streamName(kind, id), version, index, leafHash, at, type, data, actor, command };
};

function lineOf({ stage, title, status, basis, rounds }: Stages[number], procedure: Procedure): CourseLine {
  const { outcome, closed, sum } = rounds.at(-1) ?? NO_ROUND;
  return {
    stage,
    title,
    status,
    words: wordsOf(CONFORMANCE_WORDS, status),
    basis,
    outcome: outcome === null ? null : outcomeOf(procedure, stage, outcome),
    at: closed && closed.at,
    index: closed && closed.index,
    sum: sum && { zh: sum.zh, en: sum.en },
  };
}

/** A change is called by the title that its class has in the procedure. */
function outcomeOf({ definition, classing }: Procedure, stage: string, outcome: string): Sentence {
  const { amends } = classing.meaning(stage);
  const title = amends && definition.amendments?.classes.find(({ id }) => id === outcome)?.title;
  return title ? { zh: title, en: title } : wordsOf(OUTCOME_WORDS, outcome);
}

type Stages = ConformanceReport['stages'];
const NO_ROUND = { outcome: null, closed: null, sum: null };

/** 补录 as it stands now: recorded, held, put right, exempted. */
const STANDING_WORDS: Words = { ...KEPT_WORDS, ...STATUS_WORDS };

const afterwardsOf = ({
  title,
  verb,
  standing,
  evidence,
}: ConformanceReport['records'][number]): AfterwardsLine => ({
  title,
  words: wordsOf(VERB_WORDS, verb),
  happened: evidence.happened,
  entered: evidence.at,
  standing: wordsOf(STANDING_WORDS, standing).zh,
  index: evidence.index,
});

/** Whether the course that the exporter was shown is the one that the entries show. */
export function courseFaults({ course }: Bundle, found: Course | null): readonly BundleFault[] {
  if (!found) return [fault('', 'the case cannot be folded')];
  const said = new Map(course.map(({ stage, status }) => [stage, status]));
  return found.lines.flatMap(({ stage, status }) =>
    said.get(stage) === status
      ? []
      : [fault(stage, `said ${said.get(stage) ?? 'nothing'}, the record says ${status}`)],
  );
}

const fault = (stage: string, detail: string): BundleFault => ({
  kind: 'course',
  where: `${BUNDLE_PATHS.course} ${stage}`.trim(),
  detail,
});
