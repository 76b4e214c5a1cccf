import { bodyOfStage } from './body-stage.ts';
import type { Said } from '../../refusal.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { decidesBy, decidesOtherwise } from '../../procedure/rule-words.ts';
import type { Moving, Placed } from './moving.ts';

/** One stage before and after the move. `id` null: the new version does not have it; `was` null: it is new. */
export interface StageMove {
  readonly was: string | null;
  readonly id: string | null;
  readonly title: string;
  readonly state: Placed['state'] | 'removed';
  readonly said: Said;
}

/** What the move means for one stage that decides. */
export interface StageLine {
  readonly stage: string;
  readonly title: string;
  readonly said: Said;
}

const STANDS: { readonly [S in Placed['state']]: { readonly [is in 'same' | 'new']: Said } } = {
  past: { same: { zh: '已办结，不变', en: 'ended, stays' }, new: { zh: '已办结，不变', en: 'ended, stays' } },
  open: {
    same: { zh: '正在办理，转入新版本继续办理', en: 'stands open and goes on' },
    new: { zh: '正在办理，转入新版本继续办理', en: 'stands open and goes on' },
  },
  ahead: { same: { zh: '待办', en: 'ahead' }, new: { zh: '新增，待办', en: 'new, ahead' } },
  skipped: {
    same: { zh: '在现办环节之前，未办，不再补办', en: 'before the place and not done: not made up for' },
    new: { zh: '新增，在现办环节之前，不再补办', en: 'new, before the place: not made up for' },
  },
};

/** Every stage of the new version, then those that it does not have any more. */
export function stageMoves(
  { from, state, mapping, to }: Moving,
  stages: readonly Placed[],
): readonly StageMove[] {
  const now = new Set(stagesOf(to.definition).map(({ id }) => id));
  const gone = stagesOf(from.definition).filter(({ id }) => !now.has(mapping[id] ?? id));
  return [
    ...stages.map(({ stage, was, state: stands }): StageMove => ({
      was,
      id: stage.id,
      title: stage.title,
      state: stands,
      said: STANDS[stands][was === null ? 'new' : 'same'],
    })),
    ...gone.map(({ id, title }): StageMove => ({
      was: id,
      id: null,
      title,
      state: 'removed',
      said: state.context.decided[id]
        ? { zh: '新版本没有这个环节，已办的记录保留', en: 'gone; what was done stays on record' }
        : { zh: '新版本没有这个环节，不再办理', en: 'gone, not to be done any more' },
    })),
  ];
}

const decides = ({ to }: Moving, { stage }: Placed): boolean =>
  to.classing.meaning(stage.id).approving.length > 0;

/** Stages that decide and are new ahead of the case. */
export function newGates(moving: Moving, stages: readonly Placed[]): readonly StageLine[] {
  return stages
    .filter((each) => each.was === null && each.state === 'ahead' && decides(moving, each))
    .map(({ stage }) => ({
      stage: stage.id,
      title: stage.title,
      said: {
        zh: `新增“${stage.title}”，今后须经此环节`,
        en: `${stage.id} is new and must be passed from now on`,
      },
    }));
}

/**
 * Stages of the new version that lie behind the case and that it was never asked for: nobody makes up for them, and an
 * issue does not wait for those that bind.
 */
export const excused = ({ from, to }: Moving, stages: readonly Placed[]): readonly Placed[] =>
  stages.filter(({ stage, was, state }) => {
    if (state !== 'skipped' && state !== 'past') return false;
    if (was === null) return true;
    const bound = from.classing.meaning(was).binds && state !== 'skipped';
    return to.classing.meaning(stage.id).binds && !bound;
  });

/** Decisions that the move touches: made by other numbers, no longer asked for, or not to be made up for. */
export function decisionLines(moving: Moving, stages: readonly Placed[]): readonly StageLine[] {
  const gates = excused(moving, stages).filter(({ stage }) => moving.to.classing.meaning(stage.id).binds);
  const behind = gates.map(({ stage }) => ({
    stage: stage.id,
    title: stage.title,
    said: {
      zh: `“${stage.title}”在现办环节之前，印发时不以其为条件`,
      en: `${stage.id} lies behind the case: an issue does not wait for it`,
    },
  }));
  return [...stages.flatMap((each) => ruleLine(moving, each)), ...behind];
}

function ruleLine(moving: Moving, each: Placed): readonly StageLine[] {
  const rules = rulesOf(moving, each);
  if (!rules) return [];
  const [old, now] = rules;
  const { stage, state } = each;
  const line = { stage: stage.id, title: stage.title };
  if (state === 'past' || state === 'skipped') return [{ ...line, said: decidedThen(old) }];
  const said = decidesNow(old, now);
  const more = isCalled(moving, each) ? CALLED : { zh: '', en: '' };
  return [{ ...line, said: { zh: said.zh + more.zh, en: said.en + more.en } }];
}

/** By what the stage decided and by what it decides; undefined where that is the same. */
function rulesOf({ from, to }: Moving, { stage, was }: Placed): readonly [Said, Said] | undefined {
  const old = was === null ? undefined : bodyOfStage(from, was);
  const now = bodyOfStage(to, stage.id);
  return old && now && decidesOtherwise(old, now) ? [decidesBy(old), decidesBy(now)] : undefined;
}

const isCalled = ({ state }: Moving, { was, state: stands }: Placed): boolean =>
  was !== null && stands === 'open' && state.context.meetings[was] !== undefined;

const CALLED: Said = {
  zh: '；已发出通知的会议仍按原规则，须按新规则的应重新通知',
  en: '; a meeting called before keeps the old rule',
};

const decidedThen = (old: Said): Said => ({
  zh: `已按当时的规则（${old.zh}）作出的决议继续有效`,
  en: `what was decided by the rule of then (${old.en}) stands`,
});

const decidesNow = (old: Said, now: Said): Said => ({
  zh: `表决规则由“${old.zh}”改为“${now.zh}”`,
  en: `decides by ${now.en} instead of ${old.en}`,
});
