import type { CaseFact, CaseState } from '../case/case.ts';
import { foldStream } from '../streams.ts';
import { compileProcedure, readDefinition, type Procedure } from '../procedure/procedure.ts';
import { procedureStream } from '../procedure/publish.ts';
import { parseStream, type Fact } from '../stream.ts';
import { INSTITUTION, refOf, uuid } from './given.ts';
import { SMALL } from './small-procedure.ts';

const derive = (name: string): string => refOf(name).hash.slice(-36);
export const PROCEDURE = procedureStream(derive, 'small');
export const PROCEDURE_ID = parseStream(PROCEDURE).id;

/** 合法性审查, seven working days, between the draft and the committee. */
const LEGAL = {
  id: 'legal',
  kind: 'review@1',
  title: '合法性审查',
  with: { method: 'lawyers' },
  lasts: { n: 7, unit: 'working' },
  then: { reviewed: 'gate', returned: 'mend' },
};

const [material, chapters, draft, ...rest] = SMALL.steps;

/** The small procedure with a review before the committee, which now decides by two thirds. */
export const AMENDED = {
  ...SMALL,
  bodies: { committee: { ...SMALL.bodies.committee, pass: { base: 'all', num: 2, den: 3, strict: false } } },
  steps: [material, chapters, { ...draft, then: { compiled: 'legal' } }, LEGAL, ...rest],
};

/** The small procedure under another id of its committee. */
export const RENAMED = {
  ...SMALL,
  steps: [
    material,
    chapters,
    { ...draft, then: { compiled: 'board' } },
    ...rest.map((step) => ({
      ...step,
      id: step.id === 'gate' ? 'board' : step.id,
      then: step.id === 'mend' ? { revised: 'board' } : step.then,
    })),
  ],
};

/** Written definitions by their hash. */
export const DEFINITIONS: { readonly [hash: string]: unknown } = { v1: SMALL, v2: AMENDED, v3: RENAMED };

const compiled = new Map(
  Object.entries(DEFINITIONS).map(([hash, written]): [string, Procedure] => {
    const read = readDefinition(written);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    return [hash, compileProcedure(read.definition)];
  }),
);

/** A version of the small procedure by its hash. @throws Error for none */
export function versionWith(hash: string): Procedure {
  const found = compiled.get(hash);
  if (!found) throw new Error(`no version ${hash}`);
  return found;
}

export const HOUSE: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  { type: 'DepartmentCreated', data: { department: uuid(1), name: '综合办', kind: 'clinical' } },
];

export const PUBLISHED: readonly Fact[] = Object.keys(DEFINITIONS).map((hash, n) => ({
  type: 'ProcedurePublished',
  data: { id: 'small', version: n + 1, hash, title: '小程序', document: null },
}));

/** The institution, the procedure in its versions, and whatever else. */
export const houseWith = (more: { readonly [stream: string]: readonly Fact[] }) => ({
  [`org/${INSTITUTION}`]: HOUSE,
  [PROCEDURE]: PUBLISHED,
  ...more,
});

export const PLAN = refOf('规划');

/** The first fact of a case in version 1. @param dates stage → law time */
export const openedIn = (hash: string, dates: { readonly [stage: string]: string } = {}): Fact => ({
  type: 'CaseOpened',
  data: {
    title: '规划',
    procedure: { id: 'small', version: Number(hash.slice(1)), hash },
    scheme: refOf('方案'),
    chapters: [],
    dates,
    authority: null,
  },
});

export const entered = (stage: string, round = 1, due: string | null = null): Fact => ({
  type: 'StageEntered',
  data: { stage, round, due, streams: [] },
});

export const closed = (stage: string, outcome: string, text: unknown = null, round = 1): Fact => ({
  type: 'StageClosed',
  data: { stage, round, outcome, text, notices: [], sum: {} },
});

/** Stages done one after the other, then the last one opened. */
export const UNTIL = {
  material: [entered('material')],
  chapters: [entered('material'), closed('material', 'collected'), entered('chapters')],
  draft: [
    entered('material'),
    closed('material', 'collected'),
    entered('chapters'),
    closed('chapters', 'written'),
    entered('draft'),
  ],
  gate: [
    entered('material'),
    closed('material', 'collected'),
    entered('chapters'),
    closed('chapters', 'written'),
    entered('draft'),
    closed('draft', 'compiled', PLAN),
    entered('gate'),
  ],
} as const satisfies { readonly [stage: string]: readonly Fact[] };

/** The state of a case after these facts. */
export const caseAfter = (facts: readonly (Fact | CaseFact)[]): CaseState =>
  foldStream('case', facts, (hash) => compiled.get(hash)) as CaseState;
