import type { Capacity } from '../capacity.ts';
import type { Command } from '../decider.ts';
import { dayOf } from '../calendar.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { initial, step } from '../machine.ts';
import type { CaseFact, CaseState } from '../case/case.ts';
import type { Fact, Kind } from '../stream.ts';
import { given, INSTITUTION, refOf, uuid, type Setting } from './given.ts';

/** A plan that three bodies have adopted and that lies ready to be filed: what comes after the gates. */
export const CASE = uuid(0x901);
export const FILING = uuid(0x902);
/** The filing of a second round: ids are not random here. */
export const REFILED = 'new-authority/filing';
export const MANUSCRIPT = uuid(0x903);
export const PLAN = '到2030年开放床位达到500张。电子病历达到六级。各科室要认真贯彻。';
export const SCHEME = '编制工作方案';

const post = (n: number, as: Capacity['as']): Capacity => ({
  as,
  person: uuid(0xa00 + n),
  post: uuid(0xb00 + n),
  department: null,
});
export const OFFICE = post(1, 'office');
export const DIRECTOR = post(2, 'office-director');
export const LEADER = post(3, 'leader');
export const SECRETARY = post(4, 'secretary');

const body = (title: string) => ({
  title,
  decides: 'vote',
  ballot: 'hand',
  quorum: { base: 'all', num: 1, den: 2, inclusive: true },
  pass: { base: 'all', num: 1, den: 2, strict: true },
  words: { passed: '通过', 'not-passed': '未通过', deferred: '缓议' },
});
const gate = (id: string, title: string, next: string, more: object = {}) => ({
  id,
  kind: 'meeting@1',
  title,
  with: { body: 'committee', subject: 'manuscript', ...more },
  then: { passed: next, 'not-passed': 'mend', deferred: 'again' },
});

/** Every way that an answer can take. */
export const AMENDING = {
  id: 'amending',
  title: '报批程序',
  bodies: { committee: body('委员会') },
  chapters: [],
  steps: [
    { id: 'draft', kind: 'compile@1', title: '汇编', then: { compiled: 'deans' } },
    gate('deans', '院长办公会审议', 'party'),
    gate('party', '党委会审议', 'congress'),
    gate('congress', '职代会表决', 'authority'),
    {
      id: 'authority',
      kind: 'file@1',
      title: '主管部门审批',
      with: {
        authority: 'approve',
        subject: 'manuscript',
        answerWithin: { n: 30, unit: 'natural' },
        package: { titles: ['规划正文', '编制说明'] },
      },
      then: {
        approved: 'issue',
        'approved-with-changes': 'amendment',
        recorded: 'again',
        returned: 'amendment',
        unanswered: 'issue',
      },
    },
    {
      id: 'amendment',
      kind: 'amend@1',
      title: '补正修改',
      then: { editorial: 'authority', indicator: 'party-again', substantive: 'deans' },
    },
    {
      ...gate('party-again', '党委会再审', 'authority', { binds: false, renews: 'party' }),
      then: { passed: 'authority', 'not-passed': 'amendment', deferred: 'again' },
    },
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript' },
      then: { issued: 'end', received: 'end' },
    },
    { id: 'mend', kind: 'revise@1', title: '修改', then: { revised: 'deans' } },
  ],
  amendments: {
    numbers: 'indicator',
    classes: [
      { id: 'editorial', title: '编辑性修改' },
      { id: 'indicator', title: '指标目标调整', gates: ['party'] },
      { id: 'substantive', title: '重大修改', gates: ['deans', 'party', 'congress', 'authority'] },
    ],
  },
};

const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '某市中医院', code: 'H', kind: 'unit', mode: 'rehearsal' } },
  ...[OFFICE, DIRECTOR, LEADER, SECRETARY].flatMap(({ as, post: id, person }) => [
    { type: 'PostCreated', data: { post: id, title: as, as, department: null } },
    { type: 'PostFilled', data: { post: id, person, from: '2025-01-01T00:00:00.000Z' } },
  ]),
];

const opened = (authority: string | null): CaseFact => ({
  type: 'CaseOpened',
  data: {
    title: '“十五五”发展规划',
    procedure: { id: 'amending', version: 1, hash: 'amending' },
    scheme: refOf(SCHEME),
    chapters: [],
    dates: {},
    authority,
  },
});

/** The facts of a case that passed these stages, entering what it then waits for. */
export function caseThrough(
  definition: unknown,
  ended: readonly (readonly [stage: string, outcome: string])[],
  setting: { readonly authority: string | null; readonly due: string | null },
): readonly Fact[] {
  const read = readDefinition(definition);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const { machine } = compileProcedure(read.definition);
  const text = refOf(PLAN);
  const entered = (stage: string): CaseFact => {
    const streams =
      stage === 'draft'
        ? [`manuscript/${MANUSCRIPT}` as const]
        : stage === 'authority'
          ? [`filing/${FILING}` as const]
          : [];
    const due = stage === 'authority' ? setting.due : null;
    return { type: 'StageEntered', data: { stage, round: 1, due, streams } };
  };
  const facts: CaseFact[] = [opened(setting.authority), entered('draft')];
  const state = () =>
    facts.reduce((now, fact) => step(machine, now, fact).state, initial(machine)) as CaseState;
  for (const [stage, outcome] of ended) {
    facts.push({ type: 'StageClosed', data: { stage, round: 1, outcome, text, notices: [], sum: {} } });
    const now = state();
    const next = read.definition.steps.map(({ id }) => entered(id)).find((fact) => now.can(fact));
    if (next) facts.push(next);
  }
  return facts;
}

const ADOPTED = [
  ['draft', 'compiled'],
  ['deans', 'passed'],
  ['party', 'passed'],
  ['congress', 'passed'],
] as const;

type History = { readonly [stream: string]: readonly Fact[] };

/** A history that grows by commands alone, at a time that may be moved. A step that is refused fails the test. */
export interface Tale {
  readonly history: History;
  at(now: string): Tale;
  when<K extends Kind, B>(
    by: Capacity,
    command: Command<K, B>,
    target: readonly [string, B],
  ): ReturnType<ReturnType<typeof given>['when']>;
  does<K extends Kind, B>(by: Capacity, command: Command<K, B>, target: readonly [string, B]): Tale;
  /** With facts of the case or of another stream that came from elsewhere. */
  but(stream: string, ...facts: readonly Fact[]): Tale;
}

const NOW = '2026-04-01T02:00:00.000Z';
/** What everybody can cite. */
export const TEXTS = ['编制说明', '来文', '纪要'];
export const SCAN = '扫描件';

function tale(history: History, setting: Setting, texts: readonly string[]): Tale {
  const when: Tale['when'] = (by, command, [id, asked]) =>
    given(history, { ...setting, actor: by, texts }).when(command, id, asked);
  return {
    history,
    at: (now) => tale(history, { ...setting, now }, texts),
    when,
    does(by, command, target) {
      const { decision } = when(by, command, target);
      if ('refusal' in decision) throw new Error(`${command.verb}: ${decision.refusal.rule}`);
      const grown: { [stream: string]: readonly Fact[] } = { ...history };
      for (const { stream, fact } of decision.facts) grown[stream] = [...(grown[stream] ?? []), fact];
      return tale(grown, setting, [...texts, ...(decision.texts ?? [])]);
    },
    but: (stream, ...facts) =>
      tale({ ...history, [stream]: [...(history[stream] ?? []), ...facts] }, setting, texts),
  };
}

/** The case as it stands before its plan is filed. */
export function adopted(
  more: {
    readonly definition?: unknown;
    readonly authority?: string | null;
    readonly due?: string | null;
  } = {},
): Tale {
  const { definition = AMENDING, authority = null, due = null } = more;
  const prepared = {
    case: CASE,
    stage: 'authority',
    subject: 'manuscript',
    title: '“十五五”发展规划',
    mode: 'approve',
    authority,
    due,
    before: 0,
  };
  const history: History = {
    [`org/${INSTITUTION}`]: house,
    [`case/${CASE}`]: caseThrough(definition, ADOPTED, { authority, due }),
    [`manuscript/${MANUSCRIPT}`]: [
      { type: 'ManuscriptRequested', data: { case: CASE, stage: 'draft', round: 1, due: null } },
      {
        type: 'ManuscriptCompiled',
        data: { round: 1, label: '报批稿', join: 'join@1', text: refOf(PLAN), parts: [] },
      },
    ],
    [`filing/${FILING}`]: [{ type: 'FilingPrepared', data: prepared }],
  };
  const setting = { now: NOW, definitions: { amending: definition }, files: [SCAN] };
  return tale(history, setting, [SCHEME, PLAN, ...TEXTS]);
}

/** How something is known that happened elsewhere on a day. */
export const onPaper = (happened: string) => ({
  happened,
  medium: 'paper' as const,
  scan: { scheme: 'file-sha256@1' as const, hash: refOf(SCAN).hash },
  book: null,
  checker: null,
});

/** The day of a tale's default time. */
export const TODAY = dayOf(NOW);
