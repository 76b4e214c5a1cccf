import type { CaseState } from '../case/case.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { DraftMandate, draftMandate } from '../stages/mandate/draft.ts';
import { MandateBody } from '../stages/mandate/giving.ts';
import type { MandateState } from '../stages/mandate/mandate.ts';
import { mandateRows } from '../stages/mandate/rows.ts';
import { foldStream } from '../streams.ts';
import { actor, CASE, department, head, post, type Story } from './council.ts';
import { refOf, uuid } from './given.ts';
import { held, plan, PLAN, TWICE } from './plan-bodies.ts';

export const [FIRST, SECOND, MANDATE] = [uuid(11), uuid(12), 'new-mandate'];
export const APPROVER = actor(3);
export const GIVEN = MandateBody.parse({
  points: [
    { words: '床位数按市规划口径调整', passages: ['开放床位达到31张'], numbers: ['31', '36'] },
    { words: '文字进一步精炼' },
  ],
  drafter: { department: department(1) },
  approver: post(3),
  due: '2025-11-30',
});
export const edit = (quote: string, replacement: string, point: number | null) => ({
  quote,
  replacement,
  point,
  cites: null,
  reason: '按纪要',
});
export const BEDS = edit('31张', '36张', 1);
export const WORDS = edit('认真贯彻', '切实贯彻', 2);
export const CHANGED = PLAN.replace('31张', '36张').replace('认真', '切实');
export const draft = (...edits: readonly ReturnType<typeof edit>[]) =>
  [MANDATE, DraftMandate.parse({ base: refOf(PLAN), label: '修改稿', edits })] as const;

export const agreed = (mandate = GIVEN): Story => held(plan(), { meeting: FIRST, stage: 'first', mandate });
export const drafted = (...edits: readonly ReturnType<typeof edit>[]): Story =>
  agreed().does(head(1), draftMandate, draft(...edits));
export const approves = (text: string) => [MANDATE, { text: refOf(text) }] as const;

export const procedures = new Map([['twice', procedureOf(TWICE)]]);
export function procedureOf(definition: object) {
  const read = readDefinition(definition);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return compileProcedure(read.definition);
}
export const caseOf = ({ history }: Story): CaseState =>
  foldStream('case', history[`case/${CASE}`] ?? [], (hash) => procedures.get(hash)) as CaseState;
export const owed = ({ history }: Story) => {
  const state = foldStream('mandate', history[`mandate/${MANDATE}`] ?? [], () => undefined);
  return mandateRows(MANDATE, state as MandateState).obligations.map(
    ({ verb, holder }) => `${verb} ${holder}`,
  );
};
