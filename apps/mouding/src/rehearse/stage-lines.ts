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
      return stage ? [lineOf(closed, stage, definition, facts.get(stage.id) ?? [])] : [];
    });
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

/** A body's outcomes have its own words; the others those of every procedure. */
function outcomeWords({ with: parameters }: Stage, { bodies }: Definition, outcome: string): Words {
  const { zh, en } = wordsOf(OUTCOME_WORDS, outcome);
  const body = bodies[String(parameters['body'])]?.words;
  return { zh: body && isDecision(outcome) ? body[outcome] : zh, en };
}

const isDecision = (outcome: string): outcome is 'passed' | 'not-passed' | 'deferred' =>
  ['passed', 'not-passed', 'deferred'].includes(outcome);
