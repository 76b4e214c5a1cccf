import { z } from 'zod';
import { record, refuse, type Command, type Known, type Need } from '../../decider.ts';
import { BindingDocument, documentNeeds } from '../../procedure/authorised.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { weigh } from '../../procedure/effects.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { procedureOf } from '../advance.ts';
import type { CaseContext, CaseFact, CaseState, ProcedureRef } from '../case.ts';
import { isWorkedOn, openVotes, underWay, votesNeeds } from './conflicts.ts';
import { Cases, unauthorised } from './migrate.ts';
import { inverse } from './renaming.ts';

export const RollBackCases = z
  .strictObject({
    cases: Cases,
    document: BindingDocument,
  })
  .meta({
    id: 'RollBackCases',
    description: '撤回换版 · takes cases back to the version before, all or none',
  });
type Body = z.infer<typeof RollBackCases>;

/** What rolling a case back would do. */
export interface RollBackPreview {
  readonly case: string;
  readonly title: string;
  readonly from: ProcedureRef;
  /** The version before; null for a case that never moved. */
  readonly to: ProcedureRef | null;
  /** Stages that would stand open, in the version before. */
  readonly open: readonly string[];
  readonly conflicts: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** Everything that {@link computeRollBack} looks at. */
const rollBackNeeds = (known: Known, cases: readonly string[]): readonly Need[] =>
  cases.flatMap((each): readonly Need[] => {
    const moved = known.state('case', each)?.context.moved;
    return [
      { read: streamName('case', each) },
      ...votesNeeds(known, known.state('case', each)),
      ...(moved ? [{ procedure: moved.from.hash }] : []),
    ];
  });

/** The effect of rolling one case back; undefined for a case that is not there. */
export function computeRollBack(known: Known, caseId: string): RollBackPreview | undefined {
  const state = known.state('case', caseId);
  if (!state) return undefined;
  const { title, procedure, moved } = state.context;
  const before = moved?.before as CaseState | null | undefined;
  const votes = openVotes(known, state).map(({ stage, refusal }) => {
    const found = stagesOf(procedureOf(known, caseId).definition).find(({ id }) => id === stage);
    return weigh(found ?? {}, refusal);
  });
  return {
    case: caseId,
    title,
    from: procedure,
    to: moved?.from ?? null,
    open: before?.context.open ?? [],
    conflicts: [
      ...votes.flatMap((vote) => ('refusal' in vote ? [vote.refusal] : [])),
      ...lost(known, state.context),
      ...renamedBack(known, state),
    ],
    notices: votes.flatMap((vote) => ('notices' in vote ? vote.notices : [])),
  };
}

function lost(known: Known, { moved, procedure }: CaseContext): readonly Refusal[] {
  if (!moved)
    return [
      notNow(
        'case.moved',
        '该项工作没有换过版，无从撤回',
        'The case never moved: there is nothing to take back',
      ),
    ];
  if (!moved.lost) return [];
  const { stage } = moved.lost;
  const title = stage === null ? null : titleOf(known, procedure.hash, stage);
  return [
    against(
      'case.roll-back',
      title === null
        ? '换版以后已有原版本不能容纳的办理事项，不能撤回换版'
        : `换版以后“${title}”已按新版本办理，原版本不能容纳，不能撤回换版`,
      'Something has happened since that the version before cannot hold',
      { ...moved.lost },
      {
        zh: '可以发布一个新版本，再换版过去',
        en: 'Publish a further version and move the case to that',
      },
    ),
  ];
}

/** Stages that stand open with work that was begun under an id which the version before does not have. */
function renamedBack(known: Known, state: CaseState): readonly Refusal[] {
  const { moved, open, procedure } = state.context;
  const back = inverse(moved?.mapping ?? {});
  return open
    .filter((stage) => back[stage] !== undefined && back[stage] !== stage && isWorkedOn(state, stage))
    .map((stage) => underWay(stage, titleOf(known, procedure.hash, stage) ?? stage));
}

const titleOf = (known: Known, hash: string, stage: string): string | null =>
  stagesOf(known.procedure(hash).definition).find(({ id }) => id === stage)?.title ?? null;

/** 撤回换版: restores exactly what would stand had the case never moved, and is refused where that cannot be. */
export const rollBackCases: Command<'procedure', Body> = {
  verb: 'procedure.roll-back',
  on: 'procedure',
  needs: (known, id, { cases, document }) => [
    { write: streamName('procedure', id) },
    ...rollBackNeeds(known, cases),
    ...cases.map((each) => ({ write: streamName('case', each) })),
    ...documentNeeds(document),
  ],
  decide(given, id, { cases, document }) {
    const refusal = unauthorised(given, document);
    if (refusal) return refuse(refusal);
    const procedure = given.state('procedure', id)?.context.id;
    const previews = cases.flatMap((each) => computeRollBack(given, each) ?? []);
    if (previews.length < cases.length || previews.some(({ from }) => from.id !== procedure))
      return refuse(
        notNow(
          'case.migrate-version',
          '所列工作中有的不按这个程序办理',
          'A case does not run by this procedure',
          { cases: cases.length },
        ),
      );
    const [conflict] = previews.flatMap(({ conflicts }) => conflicts);
    if (conflict) return refuse(conflict);
    return {
      facts: previews.map(({ case: caseId, from, to }) => {
        const data = { from, to: to ?? from, document, by: given.actor.person ?? '' };
        const fact: CaseFact = { type: 'CaseRolledBack', data };
        return record(streamName('case', caseId), fact);
      }),
      notices: previews.flatMap(({ notices }) => notices),
    };
  },
};
