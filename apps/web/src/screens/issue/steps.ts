import type { Issue } from '../../api/generated/types.gen.ts';

/** 发文办理 in its order. */
export const STEPS = [
  'draft',
  'review',
  'countersign',
  'sign',
  'check',
  'number',
  'seal',
  'publish',
] as const;
export type Step = (typeof STEPS)[number];

/** How one step of the sheet stands. */
export interface StepNow {
  readonly step: Step;
  readonly state: 'done' | 'off' | 'next' | 'waiting';
  /** The post that did it; null where nobody did or it is not said. */
  readonly post: string | null;
  readonly on: string | null;
}

function askedFor(step: Step, { steps }: Issue['data']): string {
  // Where no department is to countersign, there is nothing to wait for.
  if (step === 'countersign' && steps.departments.length === 0) return 'off';
  return step === 'review' || step === 'countersign' || step === 'check' || step === 'seal'
    ? steps[step]
    : 'block';
}

function isDone(step: Step, { copies, number, done, steps, countersigned }: Issue['data']): boolean {
  if (step === 'draft') return copies !== null || done['sign'] !== undefined;
  if (step === 'number') return number !== null;
  if (step === 'countersign')
    return steps.departments.length > 0 && countersigned.length >= steps.departments.length;
  return done[step] !== undefined;
}

/** Every step with how it stands; the first that is neither done nor left out is the next one. */
export function stepsNow(data: Issue['data']): readonly StepNow[] {
  const isOver = data.done['publish'] !== undefined;
  let next = !isOver;
  return STEPS.map((step) => {
    const { post = null, on = null } = data.done[step] ?? {};
    if (isDone(step, data)) return { step, state: 'done', post, on };
    if (askedFor(step, data) === 'off') return { step, state: 'off', post, on };
    const state = next ? 'next' : 'waiting';
    next = false;
    return { step, state, post, on };
  });
}
