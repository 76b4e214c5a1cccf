import type { Capacity } from '../capacity.ts';
import type { PlannedChapter } from '../case/case.ts';
import type { Fact, StreamName } from '../stream.ts';
import { INSTITUTION, refOf, uuid } from './given.ts';

/** A small house and one case that runs through every stage that writes, for specifications. */
export const CASE = uuid(0xca5e);
export const [MEDICAL, QUALITY, FINANCE, SURGERY, UNION] = [
  uuid(0xd1),
  uuid(0xd2),
  uuid(0xd3),
  uuid(0xd4),
  uuid(0xd5),
] as const;
export const LEAD = uuid(0xa1);

const departments = [
  { department: MEDICAL, name: '医务科', kind: 'functional' },
  { department: QUALITY, name: '质控科', kind: 'functional' },
  { department: FINANCE, name: '财务科', kind: 'functional' },
  { department: SURGERY, name: '外科', kind: 'clinical' },
  { department: UNION, name: '工会', kind: 'organisation' },
];

export const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '示范中医院', code: 'demo', kind: 'unit', mode: 'rehearsal' } },
  ...departments.map((data) => ({ type: 'DepartmentCreated', data })),
  { type: 'PostCreated', data: { post: LEAD, title: '副院长（医疗）', as: 'leader', department: null } },
];

/** The head of a department, whose person and post carry the department's last digits. */
export const head = (department: string): Capacity => ({
  as: 'department-head',
  person: department.replace(/^0{8}/, '1'.repeat(8)),
  post: department.replace(/^0{8}/, '2'.repeat(8)),
  department,
});

const STAGES = [
  ['research', 'researched'],
  ['collect', 'collected'],
  ['write', 'written'],
  ['compile', 'compiled'],
  ['consult', 'consulted'],
  ['revise', 'revised'],
] as const;
type StageId = (typeof STAGES)[number][0];
const ids = STAGES.map(([id]) => id);

/** The procedure, with the parameters that a specification is about. */
export const procedure = (parameters: { readonly [stage in StageId]?: object } = {}) => ({
  id: 'plan',
  title: '规划编制程序',
  bodies: {},
  chapters: [],
  steps: STAGES.map(([id, outcome], i) => ({
    id,
    kind: `${id}@1`,
    title: id,
    with: parameters[id] ?? {},
    then: { [outcome]: ids[i + 1] ?? 'end' },
  })),
});

export interface Running {
  readonly dates?: { readonly [stage in StageId]?: string };
  readonly chapters?: readonly PlannedChapter[];
  /** Content streams by stage; of stages that are over, too. */
  readonly streams?: { readonly [stage in StageId]?: readonly StreamName[] };
  /** The text that compiling left; later stages stand on it. */
  readonly text?: string;
}

/** The facts of a case in which `stage` stands open. */
export function caseIn(
  stage: StageId,
  { dates = {}, chapters = [], streams = {}, text = '初稿' }: Running = {},
): readonly Fact[] {
  const opened = {
    type: 'CaseOpened',
    data: {
      title: '“十五五”发展规划',
      procedure: { id: 'plan', version: 1, hash: 'plan' },
      scheme: refOf('方案'),
      chapters: chapters.map((chapter) => ({
        ...chapter,
        owners: [...chapter.owners],
        support: [...chapter.support],
      })),
      dates: { ...dates },
      authority: null,
    },
  };
  return [
    opened,
    ...STAGES.slice(0, ids.indexOf(stage) + 1).flatMap(([id, outcome]): Fact[] => {
      const entered = {
        type: 'StageEntered',
        data: { stage: id, round: 1, due: dates[id] ?? null, streams: [...(streams[id] ?? [])] },
      };
      const closed = {
        stage: id,
        round: 1,
        outcome,
        text: id === 'compile' || id === 'revise' ? refOf(text) : null,
        notices: [],
        sum: {},
      };
      return id === stage ? [entered] : [entered, { type: 'StageClosed', data: closed }];
    }),
  ];
}

/** The history of house and case; a specification adds its own streams. */
export const history = (
  stage: StageId,
  running?: Running,
): { readonly [stream: string]: readonly Fact[] } => ({
  [`org/${INSTITUTION}`]: house,
  [`case/${CASE}`]: caseIn(stage, running),
});
