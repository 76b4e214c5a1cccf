import { stagesOf } from '@mouding/core';
import { dayWords } from '@mouding/documents';
import { outcomeWords } from '../queries/outcome-words.ts';
import { asked } from '../queries/reader.ts';
import type { View } from './view.ts';

/** One stage that ended: when, and how. */
export interface DoneStage {
  readonly title: string;
  readonly words: string;
}

interface Told {
  readonly stage?: string;
  readonly on?: string;
  readonly outcome?: string;
}

/** Every stage that ended, in the order in which they did; a stage that was gone through again stands again. */
export async function processOf({ reader, caseId, entries }: View): Promise<readonly DoneStage[]> {
  const hash = await asked(reader, (known) => known.state('case', caseId)?.context.procedure.hash);
  const procedure = await reader.world.procedure(hash ?? '');
  const stages = new Map(stagesOf(procedure.definition).map((stage) => [stage.id, stage]));
  const days = (at: number, id: string): string => {
    const began = entries
      .slice(0, at)
      .findLast(({ type, data }) => type === 'StageEntered' && told(data).stage === id);
    const to = dayWords(entries[at]?.at ?? '');
    const from = began ? dayWords(told(began.data).on ?? began.at) : to;
    return from === to ? to : `${from}至${to}`;
  };
  return entries.flatMap(({ type, data }, at): readonly DoneStage[] => {
    const { stage: id = '', outcome = '' } = told(data);
    const stage = type === 'StageClosed' ? stages.get(id) : undefined;
    return stage
      ? [{ title: stage.title, words: `${days(at, id)}，${outcomeWords(stage, outcome, procedure)}。` }]
      : [];
  });
}

const told = (data: Told): Told => data;
