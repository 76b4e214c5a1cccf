import type { SubmissionRegister } from '@mouding/contract';
import { daysBetween, dayOf } from '@mouding/core';
import {
  approvalSheet,
  dispositionSheet,
  dispositionTable,
  lastDayWords,
  missingList,
  missingSheet,
  momentWords,
  type MissingRow,
} from '@mouding/documents';
import { caseOverview } from '../queries/cases.ts';
import { readsManuscripts } from '../queries/cited-files.ts';
import { asked, seen } from '../queries/reader.ts';
import { submissions } from '../queries/submissions.ts';
import { approvalRows } from './approvals.ts';
import { NOTES } from './case-notes.ts';
import { draftsOf } from './drafts.ts';
import { dispositionRows } from './opinions.ts';
import { sourceOf, type Maker, type View } from './view.ts';

type Line = SubmissionRegister['lines'][number];

/** Nothing is owed any more by what was let off, or was done without with consent. */
const RELEASED: ReadonlySet<string> = new Set(['excused', 'dispensed', 'none']);

function missingRow({ department, label, due, words }: Line, now: string): MissingRow {
  const day = due === null ? null : dayOf(new Date(Date.parse(due) - 1).toISOString());
  const past = day === null ? 0 : daysBetween(day, dayOf(now));
  return {
    department: department?.name ?? '',
    what: label,
    due: due === null ? '' : `${lastDayWords(due)}（含当日）`,
    standing: words,
    overdue: past > 0 ? `已超期${past}天` : '',
  };
}

const everything = ({ reader }: View): boolean => readsManuscripts(reader);

const MISSING: Maker = {
  key: 'missing',
  title: '未报送科室名单',
  sheet: true,
  there: everything,
  async make(view) {
    const { lines } = await submissions(view.reader, view.id);
    const expected = lines.filter(({ status }) => !RELEASED.has(status));
    const rows = expected.filter(({ received }) => received === null);
    const data = {
      source: { ...(await sourceOf(view, null)), at: view.now },
      plan: view.plan,
      asOf: momentWords(view.now),
      expected: expected.length,
      received: expected.length - rows.length,
      rows: rows.map((line) => missingRow(line, view.now)),
    };
    return { paper: missingList(data), sheet: missingSheet(data) };
  },
};

/** The consultations of the case that the reader sees, in the order of their rounds. */
export async function consultationsOf({ reader, id }: View): Promise<readonly string[]> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, id);
  const shown = await seen(
    reader,
    items.filter(({ kind }) => kind === 'consultation'),
  );
  const rounds = await asked(reader, (known) =>
    shown.map((item) => ({
      id: item.id,
      opened: known.state('consultation', item.id)?.context.opened ?? '',
    })),
  );
  return rounds.toSorted((a, b) => (a.opened < b.opened ? -1 : 1)).map((one) => one.id);
}

const DISPOSITIONS: Maker = {
  key: 'dispositions',
  title: '意见采纳情况汇总表',
  sheet: true,
  there: async (view) => everything(view) && (await consultationsOf(view)).length > 0,
  async make(view) {
    const all = await consultationsOf(view);
    const rows = await Promise.all(all.map((one) => dispositionRows(view.reader, view.house, one)));
    const sums = await asked(view.reader, (known) =>
      all.flatMap((one) => known.state('consultation', one)?.context.sum?.zh ?? []),
    );
    const data = {
      source: await sourceOf(view, null),
      plan: view.plan,
      returns: sums.length > 0 ? sums.join('；') : null,
      rows: rows.flat(),
    };
    return { paper: dispositionTable(data), sheet: dispositionSheet(data) };
  },
};

const APPROVALS: Maker = {
  key: 'approvals',
  title: '审批单',
  there: everything,
  async make(view) {
    const { stages, done } = await caseOverview(view.reader, view.id);
    const drafts = await draftsOf(view.reader, view.id);
    const open = stages.filter(({ state }) => state === 'open').map(({ title }) => title);
    const source = await sourceOf(view, drafts.at(-1) ?? null);
    return {
      paper: approvalSheet({
        source: { ...source, internal: false },
        plan: view.plan,
        standing: done ? '已办结' : `正在办理：${open.join('、') || '——'}`,
        rows: await approvalRows(view),
      }),
    };
  },
};

/** 未报送科室名单, 意见采纳情况汇总表, 起草说明, 编制说明, 审批单. */
export const CASE_PAPERS: readonly Maker[] = [MISSING, DISPOSITIONS, ...NOTES, APPROVALS];
