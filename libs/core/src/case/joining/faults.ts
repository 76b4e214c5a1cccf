import { Day } from '../../calendar.ts';
import { initial, step } from '../../machine.ts';
import { stagesOf } from '../../procedure/definition.ts';
import type { Procedure } from '../../procedure/procedure.ts';
import type { Said } from '../../refusal.ts';
import type { TextRef } from '../../text-ref.ts';
import type { CaseFact, CaseState } from '../case.ts';
import { unjoinable } from './joinable.ts';
import { joiningLines } from './lines.ts';

/** What was written of a stage before: everything as a person wrote it; empty is nothing. */
export interface WrittenStage {
  readonly stage: string;
  readonly outcome: string;
  readonly on: string;
  readonly number: string;
  /** Hashes, hex. */
  readonly text: string;
  readonly scan: string;
  readonly words: string;
}

/** What was written of a case that is to be taken over. */
export interface WrittenJoining {
  readonly title: string;
  readonly stage: string;
  readonly scheme: string;
  readonly manuscript: string;
  readonly rows: readonly WrittenStage[];
}

export type JoiningColumn = 'title' | 'scheme' | 'manuscript' | keyof WrittenStage;

/** Something to put right (`fault`), or to look at (`notice`), in one place of the form. */
export interface JoiningFault {
  /** From 1; null for what is asked once. */
  readonly row: number | null;
  readonly column: JoiningColumn;
  readonly weight: 'fault' | 'notice';
  readonly said: Said;
}

/** What the form is compared with. */
export interface JoiningGround {
  /** A Beijing day. */
  readonly today: string;
  /** Whether the institution has the text, and the original, of this hash. */
  readonly hasText: (hash: string) => boolean;
  readonly hasFile: (hash: string) => boolean;
}

/** Everything that is wrong with the form at once, each with its row and column. Nothing: the case can be taken over. */
export function joiningFaults(
  procedure: Procedure,
  written: WrittenJoining,
  ground: JoiningGround,
): readonly JoiningFault[] {
  const known = new Set(stagesOf(procedure.definition).map(({ id }) => id));
  return [
    ...headFaults(written, known, ground),
    ...(known.has(written.stage) ? placeFaults(procedure, written.stage) : []),
    ...written.rows.flatMap((row, n) => [
      ...cellFaults(procedure, known, row, ground).map((fault) => ({ ...fault, row: n + 1 })),
      ...dayNotices(row, written.rows[n - 1]).map((fault) => ({ ...fault, row: n + 1 })),
    ]),
    ...(known.has(written.stage) ? orderFaults(procedure, written, known) : []),
  ];
}

type CellFault = Omit<JoiningFault, 'row'>;
const fault = (column: JoiningColumn, zh: string, en: string): CellFault => ({
  column,
  weight: 'fault',
  said: { zh, en },
});
const notice = (column: JoiningColumn, zh: string, en: string): CellFault => ({
  ...fault(column, zh, en),
  weight: 'notice',
});

function headFaults(
  { title, stage, scheme, manuscript }: WrittenJoining,
  known: ReadonlySet<string>,
  { hasText }: JoiningGround,
): readonly JoiningFault[] {
  const length = title.trim().length;
  const unknown = (hash: string): boolean => !hasText(hash);
  return [
    ...(length < 2 || length > 80
      ? [fault('title', '规划名称应为2至80字', 'The title has 2 to 80 characters')]
      : []),
    ...(known.has(stage)
      ? []
      : [fault('stage', '程序中没有接入的环节', 'There is no such stage to take it over at')]),
    ...(unknown(scheme)
      ? [fault('scheme', '未找到编制工作方案的文稿，请先上传', 'Upload the scheme first')]
      : []),
    ...(manuscript !== '' && unknown(manuscript)
      ? [fault('manuscript', '未找到现行规划文稿，请先上传', 'Upload the plan first')]
      : []),
  ].map((each) => ({ ...each, row: null }));
}

/** A stage at which no case is taken over: whoever fills in the form is told before the rows are there. */
function placeFaults(procedure: Procedure, stage: string): readonly JoiningFault[] {
  const strange = unjoinable(procedure, stage);
  return strange ? [{ row: null, column: 'stage', weight: 'fault', said: strange.said }] : [];
}

function cellFaults(
  procedure: Procedure,
  known: ReadonlySet<string>,
  row: WrittenStage,
  ground: JoiningGround,
): readonly CellFault[] {
  if (!known.has(row.stage)) return [fault('stage', '程序中没有这个环节', 'There is no such stage')];
  const { then } = procedure.stage(row.stage).stage;
  return [
    ...(row.outcome in then ? [] : [fault('outcome', '这个环节没有这种办理结果', 'The stage never ends so')]),
    ...dayFaults(row.on, ground.today),
    ...textFaults(procedure, row, ground),
    ...scanFaults(procedure, row, ground),
    ...(row.number.length > 60 ? [fault('number', '文号不超过60字', 'The number is too long')] : []),
    ...(row.words.length > 2000 ? [fault('words', '情况说明不超过2000字', 'The note is too long')] : []),
  ];
}

function dayFaults(on: string, today: string): readonly CellFault[] {
  if (on === '') return [fault('on', '请填写办结日期', 'Give the day on which it ended')];
  if (!Day.safeParse(on).success)
    return [fault('on', '日期应写作2026-03-05的样子', 'Write the day like 2026-03-05')];
  return on > today ? [fault('on', '办结日期不能晚于今日', 'It cannot have ended on a day to come')] : [];
}

function textFaults(
  procedure: Procedure,
  { stage, text }: WrittenStage,
  { hasText }: JoiningGround,
): readonly CellFault[] {
  const { makesText } = procedure.classing.meaning(stage);
  if (makesText && text === '')
    return [fault('text', '该环节形成文稿，请上传', 'The stage left a text: give it')];
  if (text !== '' && !hasText(text))
    return [fault('text', '未找到所填的文稿，请先上传', 'Upload the text first')];
  return !makesText && text !== ''
    ? [notice('text', '该环节不形成文稿，所填文稿不采用', 'The stage leaves no text: it is not taken')]
    : [];
}

function scanFaults(
  procedure: Procedure,
  { stage, scan }: WrittenStage,
  { hasFile }: JoiningGround,
): readonly CellFault[] {
  if (scan !== '' && !hasFile(scan))
    return [fault('scan', '未找到扫描件，请先上传', 'Upload the scan first')];
  return scan === '' && procedure.classing.meaning(stage).approving.length > 0
    ? [notice('scan', '审议、审批环节未附材料扫描件', 'A stage that decides, without a scan of its paper')]
    : [];
}

const dayNotices = ({ on }: WrittenStage, before: WrittenStage | undefined): readonly CellFault[] =>
  before !== undefined && Day.safeParse(before.on).success && Day.safeParse(on).success && before.on > on
    ? [notice('on', '早于前一环节的办结日期', 'Before the day of the stage before')]
    : [];

/** The first row that does not fit the order, what is missing at the end, and the text that the last one left. */
function orderFaults(
  procedure: Procedure,
  written: WrittenJoining,
  known: ReadonlySet<string>,
): readonly JoiningFault[] {
  let state = begun(procedure, refOf(written.scheme));
  for (const [n, row] of written.rows.entries()) {
    if (!known.has(row.stage) || !(row.outcome in procedure.stage(row.stage).stage.then)) return [];
    const next = after(procedure, state, row);
    if (!next) return [{ ...misplaced(procedure, state), row: n + 1 }];
    state = next;
  }
  return endFaults(procedure, state, written).map((each) => ({ ...each, row: null }));
}

function endFaults(
  procedure: Procedure,
  state: CaseState,
  { stage, manuscript, rows }: WrittenJoining,
): readonly CellFault[] {
  if (!canEnter(state, stage)) return [lacking(procedure, state, stage, rows)];
  const current = state.context.texts.manuscript?.hash ?? '';
  return current === manuscript
    ? []
    : [fault('manuscript', '与最后形成的文稿不是同一份', 'Not the text that the last stage left')];
}

const refOf = (hash: string): TextRef => ({ scheme: 'blob-sha256@1', hash });

function begun({ machine, definition }: Procedure, scheme: TextRef): CaseState {
  const procedure = { id: definition.id, version: 1, hash: '' };
  const data = { title: definition.title, procedure, scheme, chapters: [], dates: {}, authority: null };
  return step(machine, initial(machine), { type: 'CaseOpened', data }).state as CaseState;
}

/** The case with one stage more behind it; undefined where the procedure has another one there. */
function after(
  procedure: Procedure,
  state: CaseState,
  { stage, outcome, text }: WrittenStage,
): CaseState | undefined {
  const { subject, makesText } = procedure.classing.meaning(stage);
  const current = subject ? state.context.texts[subject] : null;
  const round = (state.context.entered[stage]?.round ?? 0) + 1;
  const left = makesText ? refOf(text) : current;
  const facts: readonly CaseFact[] = [
    { type: 'StageEntered', data: { stage, round, due: null, streams: [] } },
    { type: 'StageClosed', data: { stage, round, outcome, text: left, notices: [], sum: {} } },
  ];
  return facts.reduce<CaseState | undefined>(
    (now, fact) => (now?.can(fact) ? (step(procedure.machine, now, fact).state as CaseState) : undefined),
    state,
  );
}

const canEnter = (state: CaseState, stage: string): boolean =>
  state.can({ type: 'StageEntered', data: { stage, round: 1, due: null, streams: [] } });

const waiting = ({ definition }: Procedure, state: CaseState): string =>
  stagesOf(definition)
    .filter(({ id }) => canEnter(state, id))
    .map(({ title }) => `“${title}”`)
    .join('、');

const misplaced = (procedure: Procedure, state: CaseState): CellFault =>
  fault(
    'stage',
    `与程序的次序、结果或文稿不符；此处应为${waiting(procedure, state) || '终点'}`,
    'It does not fit the order, the outcomes or the texts of the procedure',
  );

function lacking(
  procedure: Procedure,
  state: CaseState,
  stage: string,
  rows: readonly WrittenStage[],
): CellFault {
  const given = new Set(rows.map((row) => row.stage));
  const missing = (joiningLines(procedure, stage) ?? []).filter((line) => !given.has(line.stage));
  const titles = missing.map(({ title }) => `“${title}”`).join('、') || waiting(procedure, state);
  return fault(
    'stage',
    `尚未补录：${titles}`,
    `Not entered yet: ${missing.map((line) => line.stage).join(', ')}`,
  );
}
