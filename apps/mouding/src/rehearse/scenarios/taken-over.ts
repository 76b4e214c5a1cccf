import type { FileRef, TextRef } from '@mouding/core';
import type { Session } from '../../client/session.ts';
import { SCAN } from '../scan.ts';
import { person, type Story } from '../story.ts';
import type { Scene } from './scenario.ts';

const EARLIER: readonly (readonly [stage: string, outcome: string, on: string, number: string | null])[] = [
  ['scheme-adoption', 'passed', '2025-10-15', '党委会2025年第20次'],
  ['scheme-issue', 'issued', '2025-10-16', '云市中医〔2025〕41号'],
  ['research', 'researched', '2025-11-28', null],
  ['contributions', 'collected', '2025-12-12', null],
  ['chapters', 'written', '2026-01-08', null],
  ['draft', 'compiled', '2026-01-12', null],
  ['group-review', 'passed', '2026-01-14', '领导小组2026年第1次'],
  ['consultation', 'consulted', '2026-02-15', null],
  ['group-discussion', 'passed', '2026-02-26', '领导小组2026年第2次'],
  ['revision', 'revised', '2026-03-02', null],
  ['dean-meeting', 'passed', '2026-03-06', '院长办公会2026年第5次'],
];
const COMMITTEE = ['party-committee', 'passed', '2026-03-11', '党委会2026年第5次'] as const;
const MAKES_TEXT = ['draft', 'revision'];

/** The stages that were over when the hospital began, in their order. */
export const STAGES_BEFORE: readonly string[] = EARLIER.map(([stage]) => stage);

/** A stage that was over, as its papers have it. */
export interface StageBefore {
  readonly stage: string;
  readonly outcome: string;
  readonly on: string;
  readonly number: string | null;
  readonly text: TextRef | null;
  readonly scan: FileRef;
  readonly words: string;
}

/** What the office enters of a plan that already stands before the Party committee. */
export interface TakingOver {
  readonly title: string;
  readonly procedure: string;
  readonly scheme: TextRef;
  readonly stage: string;
  readonly manuscript: TextRef;
  readonly earlier: readonly StageBefore[];
}

/** What lies before a stage: everything up to the Party committee, and that too. */
function linesBefore(stage: string): readonly (typeof EARLIER)[number][] {
  const all = [...EARLIER, COMMITTEE];
  const at = all.findIndex(([id]) => id === stage);
  return at < 0 ? all : all.slice(0, at);
}

/** The scheme, the plan as it stands and everything before, each with its scan. */
export async function takingOver(
  scene: Scene,
  clerk: Session,
  plan: string,
  stage = 'party-committee',
): Promise<TakingOver> {
  const scheme = await clerk.keep('云岭市中医院“十五五”发展规划编制工作方案\n');
  const manuscript = await clerk.keep(plan);
  const scan = await clerk.keepFile('会议纪要扫描件.png', SCAN);
  const earlier = linesBefore(stage).map(([id, outcome, on, number]) => ({
    stage: id,
    outcome,
    on,
    number,
    text: MAKES_TEXT.includes(id) ? manuscript : null,
    scan,
    words: '据存档纸质材料补录',
  }));
  const title = `${scene.hospital.plan.name}“十五五”发展规划`;
  return { title, procedure: scene.definition.id, scheme, stage, manuscript, earlier };
}

/**
 * Takes a plan over, by default before the Party committee; the director confirms. `dates`: stage → the day on which it
 * is due.
 */
export async function takeOver(
  scene: Scene,
  plan: string,
  dates: { readonly [stage: string]: string } = {},
  stage?: string,
): Promise<Story> {
  const clerk = await scene.hospital.cast.as('office');
  const body = await takingOver(scene, clerk, plan, stage);
  const { made } = await clerk.make('case', { ...body, dates, authority: scene.authorityId }, 'joined');
  const story = scene.of(made.slice('case/'.length));
  await (await person(story, 'zhuren')).act(made, 'confirm-joining');
  return story;
}
