import { closingNeeds, isOpen, procedureOf } from '../../case/advance.ts';
import type { Known, Need } from '../../decider.ts';
import { elsewhereNeeds } from '../../elsewhere.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { conditionNeeds } from '../condition/imposing.ts';
import { opinionNeeds } from '../opinion/opinion.ts';
import { readyNeeds } from '../manuscript/text-ready.ts';
import { askingNeeds } from './asked.ts';
import { lapsingNeeds } from './called-before.ts';
import { fixes } from './dispositions.ts';
import type { RecordMeeting } from './held.ts';
import { meetingParams } from './params.ts';
import { fallingNeeds, reconsideredNeeds } from './reconsider.ts';
import { readingNeeds } from './second-reading.ts';

/** What a meeting that is recorded reads and writes: its case, whatever its stage ends with, whatever it asks for. */
export function recordingNeeds(known: Known, id: string, body: RecordMeeting): readonly Need[] {
  const { case: caseId, stage, text, minutes, tabling, elsewhere } = body;
  const first: readonly Need[] = [
    { write: streamName('meeting', id) },
    { write: streamName('case', caseId) },
    ...elsewhereNeeds(elsewhere),
    ...[text, minutes].flatMap((one) => (one ? [{ text: one }] : [])),
    ...(tabling === undefined ? [] : [{ write: streamName('tabling', tabling) }]),
    ...askingNeeds(body, textOf(known, body)),
    ...readyNeeds(known, caseId),
  ];
  if (body.reconsiders !== undefined)
    return [...first, ...reconsideredNeeds(known, body), ...fallenNeeds(known, id, body)];
  if (!isOpen(known.state('case', caseId), stage)) return first;
  return [
    ...first,
    ...lapsingNeeds(known, body, streamName('meeting', id)),
    ...conditionNeeds(known, caseId),
    ...readingNeeds(known, body),
    ...closingNeeds(known, caseId, stage),
    ...opinionNeeds(known, caseId, fixes(known, body) ? 'write' : 'read'),
  ];
}

/** The text that the stage decides on now. */
function textOf(known: Known, { case: caseId, stage }: RecordMeeting): TextRef | null {
  const texts = known.state('case', caseId)?.context.texts;
  const of = texts && stagesOf(procedureOf(known, caseId).definition).find(({ id }) => id === stage);
  const params = of && meetingParams.safeParse(of.with).data;
  return (params && texts[params.subject]) ?? null;
}

function fallenNeeds(known: Known, id: string, body: RecordMeeting): readonly Need[] {
  if (!known.state('case', body.case)) return [];
  return [
    ...closingNeeds(known, body.case, body.stage),
    ...fallingNeeds(known, body, streamName('meeting', id)),
  ];
}
