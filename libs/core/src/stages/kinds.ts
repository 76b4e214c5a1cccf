import { amend } from './amend/kind.ts';
import { collect } from './collect/kind.ts';
import { compile } from './manuscript/compile.ts';
import { consult } from './consult/consult.ts';
import { file } from './file/kind.ts';
import { issue } from './issue/kind.ts';
import { congress, meeting } from './meeting/kind.ts';
import { mandated } from './mandate/kind.ts';
import { research } from './research.ts';
import { review } from './review/kind.ts';
import { revise } from './manuscript/revise.ts';
import type { StageKind } from './stage-kind.ts';
import { write } from './write/kind.ts';

/** Every kind of stage that a procedure may name. */
export const KINDS_OF_STAGES: readonly StageKind<unknown>[] = [
  research,
  collect,
  write,
  compile,
  consult,
  revise,
  review,
  meeting,
  congress,
  file,
  amend,
  mandated,
  issue,
];

export const kindOf = (name: string): StageKind<unknown> | undefined =>
  KINDS_OF_STAGES.find(({ kind }) => kind === name);
