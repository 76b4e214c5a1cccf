import { OUTCOME_WORDS, wordsOf } from '@mouding/contract';
import { dayOf, stagesOf, TextRef, type Definition, type Stage } from '@mouding/core';
import { z } from 'zod';
import type { Words } from '../words.ts';
import { noteOf } from './notes.ts';
import { factsByStage, type Recorded } from './record.ts';

const Closed = z.object({ stage: z.string(), round: z.int(), outcome: z.string(), text: TextRef.nullable() });

/** A line of the report: one round of one stage, as the record has it. */
export interface StageLine {
  readonly stage: string;
  readonly title: string;
  readonly outcome: string;
  readonly outcomeWords: Words;
  /** Hash of the text that the stage decided on or left, hex; null where it has none. */
  readonly text: string | null;
  readonly note: Words;
  /** The Beijing day on which it ended, by law time. */
  readonly on: string;
  readonly facts: number;
}

/** The stages of a case in the order in which they ended. */
export function stageLines(
  record: readonly Recorded[],
  caseId: string,
  definition: Definition,
): readonly StageLine[] {
  const facts = factsByStage(record, caseId);
  const stages = new Map(stagesOf(definition).map((stage) => [stage.id, stage]));
  return record
    .filter(({ stream, type }) => stream === `case/${caseId}` && type === 'StageClosed')
    .flatMap((closed) => {
      const stage = stages.get(String(closed.data['stage']));
      if (!stage) return [];
      const own = (facts.get(stage.id) ?? []).filter(inRound(record, closed));
      return [lineOf(closed, stage, definition, own)];
    });
}

/** Tells the facts of the round that ended here from those of the rounds before and after it, by when they began. */
function inRound(
  record: readonly Recorded[],
  { stream, data: { stage, round } }: Pick<Recorded, 'stream' | 'data'>,
): (fact: Recorded) => boolean {
  const begun = record.filter(
    ({ stream: of, type, data }) => of === stream && type === 'StageEntered' && data['stage'] === stage,
  );
  const at = (no: number): string | undefined => begun.find(({ data }) => data['round'] === no)?.at;
  const [from, until] = Number(round) === 1 ? [undefined, at(2)] : [at(Number(round)), at(Number(round) + 1)];
  return (fact) => (from === undefined || fact.at >= from) && (until === undefined || fact.at < until);
}

function lineOf(
  closed: Recorded,
  stage: Stage,
  definition: Definition,
  facts: readonly Recorded[],
): StageLine {
  const { outcome, text } = Closed.parse(closed.data);
  return {
    stage: stage.id,
    title: stage.title,
    outcome,
    outcomeWords: outcomeWords(stage, definition, outcome),
    text: text?.hash ?? null,
    note: noteOf(stage.kind, facts),
    on: dayOf(closed.at),
    facts: facts.length,
  };
}

/** A body's outcomes have its own words, a class of changes its title; the others have those of every procedure. */
function outcomeWords(
  { with: parameters }: Stage,
  { bodies, amendments }: Definition,
  outcome: string,
): Words {
  const changed = amendments?.classes.find(({ id }) => id === outcome);
  if (changed) return { zh: changed.title, en: `classed as ${outcome}` };
  const { zh, en } = wordsOf(OUTCOME_WORDS, outcome);
  const body = bodies[String(parameters['body'])]?.words;
  return { zh: body && isDecision(outcome) ? body[outcome] : zh, en };
}

type Decision = keyof Definition['bodies'][string]['words'];

const isDecision = (outcome: string): outcome is Decision =>
  ['passed', 'in-principle', 'not-passed', 'deferred', 'withdrawn', 'referred'].includes(outcome);
