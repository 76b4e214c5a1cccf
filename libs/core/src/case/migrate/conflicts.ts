import type { Known, Need } from '../../decider.ts';
import { weigh } from '../../procedure/effects.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { everyCalled } from '../../stages/meeting/called-before.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import type { CaseState } from '../case.ts';
import { openAfter, type Moving } from './moving.ts';
import { placeOf } from './place.ts';

/** What stands against moving a case, and what only shows. */
export interface Standing {
  readonly conflicts: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** The meetings of a case, every one that was called: whether a vote is open is for them to say. */
export const votesNeeds = (known: Known, state: CaseState | undefined): readonly Need[] =>
  Object.values(state?.context.meetings ?? {}).flatMap((last) =>
    everyCalled(known, last).map((read) => ({ read })),
  );

/** Everything that stands against the move of this case. */
export function standsAgainst(known: Known, moving: Moving): Standing {
  const refused = [ended(moving), unconfirmed(moving), unmapped(moving), ...homeless(moving)];
  const votes = openVotes(known, moving.state).map(({ stage, refusal }) =>
    weigh(stageBefore(moving, stage), refusal),
  );
  return {
    conflicts: [
      ...refused.filter((each) => each !== null),
      ...votes.flatMap((vote) => ('refusal' in vote ? [vote.refusal] : [])),
    ],
    notices: votes.flatMap((vote) => ('notices' in vote ? vote.notices : [])),
  };
}

const stageBefore = ({ from }: Moving, id: string) =>
  stagesOf(from.definition).find((stage) => stage.id === id) ?? {};

function ended({ state }: Moving): Refusal | null {
  if (state.status !== 'done') return null;
  return notNow('case.migrate-ended', '该项工作已经办结，不再换版', 'The case has ended and does not move');
}

function unconfirmed({ state }: Moving): Refusal | null {
  const { joined } = state.context;
  if (!joined || joined.confirmed) return null;
  return notNow(
    'case.migrate-joining',
    '该项工作中途接入尚待确认，确认后才能换版',
    'The case was taken over and waits to be confirmed first',
    { stage: joined.stage },
  );
}

/** A mapping names stages of both versions, and no two stages become one. */
function unmapped({ from, to, mapping }: Moving): Refusal | null {
  const old = new Set(stagesOf(from.definition).map(({ id }) => id));
  const now = new Set(stagesOf(to.definition).map(({ id }) => id));
  const landing = [...old].map((id) => mapping[id] ?? id).filter((id) => now.has(id));
  const stray = Object.entries(mapping).filter(([was, id]) => !old.has(was) || !now.has(id));
  if (stray.length === 0 && new Set(landing).size === landing.length) return null;
  return against(
    'case.migrate-mapping',
    '环节对照表有误：所列环节两个版本中须各有其一，且不得重复',
    'The mapping names a stage that is not there, or two stages become one',
    { stray: stray.map(([was]) => was) },
  );
}

/** Stages that stand open must stand in the new version too: of the same kind, and at once. */
function homeless(moving: Moving): readonly Refusal[] {
  const { state, from, to, mapping } = moving;
  const now = new Map(stagesOf(to.definition).map((stage) => [stage.id, stage]));
  const each = state.context.open.flatMap((id): readonly Refusal[] => {
    const was = from.stage(id).stage;
    const stage = now.get(mapping[id] ?? id);
    if (!stage) return [missing(id, was.title)];
    if (stage.kind !== was.kind) return [otherKind(id, was.title)];
    return stage.id === id || !isWorkedOn(state, id) ? [] : [underWay(id, was.title)];
  });
  if (each.length > 0 || state.status === 'done' || state.context.open.length === 0) return each;
  return placeOf(to.definition, openAfter(moving), new Set()) ? [] : [apart(state.context.open)];
}

/** Whether something was made for the stage as it stands open: that bears the stage's id for ever, and ends it by that. */
export const isWorkedOn = ({ context }: CaseState, id: string): boolean =>
  (context.entered[id]?.streams.length ?? 0) > 0;

export const underWay = (stage: string, title: string): Refusal =>
  against(
    'case.migrate-under-way',
    `“${title}”已有在办材料，不能改用另一环节标识`,
    `Work was begun for the stage ${stage}: it keeps its id`,
    { stage },
    {
      zh: '请先办结该环节，或者另行发布保留该环节标识的版本',
      en: 'End it first, or publish a version that keeps its id',
    },
  );

const missing = (stage: string, title: string): Refusal =>
  against(
    'case.migrate-stage',
    `“${title}”正在办理，而新版本没有这个环节`,
    `The stage ${stage} stands open, and the new version has none`,
    { stage },
    {
      zh: '请先办结该环节，或在环节对照表中写明转入哪个环节',
      en: 'End it first, or say in the mapping which stage it becomes',
    },
  );

const otherKind = (stage: string, title: string): Refusal =>
  against(
    'case.migrate-kind',
    `“${title}”正在办理，而新版本中对应的环节办理方式不同`,
    `The stage ${stage} stands open, and is of another kind in the new version`,
    { stage },
    { zh: '请先办结该环节', en: 'End it first' },
  );

const apart = (open: readonly string[]): Refusal =>
  against(
    'case.migrate-place',
    '正在同时办理的环节，在新版本中不是同时办理的',
    'Stages that stand open side by side do not in the new version',
    { open: [...open] },
    { zh: '请先办结其中一部分', en: 'End some of them first' },
  );

interface OpenVote {
  readonly stage: string;
  readonly refusal: Refusal;
}

/** Items that were put and whose result is not declared. */
export const openVotes = (known: Known, state: CaseState): readonly OpenVote[] =>
  Object.entries(state.context.meetings).flatMap(([stage, last]) =>
    everyCalled(known, last)
      .filter((meeting) => isVoting(known, meeting))
      .map((meeting) => ({ stage, refusal: underVote(stage, meeting) })),
  );

function isVoting(known: Known, meeting: StreamName<'meeting'>): boolean {
  const value = known.state('meeting', parseStream(meeting).id)?.value;
  return value === 'put' || value === 'decided';
}

const underVote = (stage: string, meeting: string): Refusal =>
  against(
    'case.migrate-vote',
    '该项工作有议题正在表决，表决结果宣布之前不能换版',
    'A vote of the case is open: it does not move until the result is declared',
    { stage, meeting },
    {
      zh: '请在宣布表决结果或休会后换版',
      en: 'Move it once the result is declared or the meeting is adjourned',
    },
  );
