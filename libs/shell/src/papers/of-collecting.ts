import type { StateOf } from '@mouding/core';
import { lastDayWords, submissionTemplate, type LastTarget } from '@mouding/documents';
import { asked, seen } from '../queries/reader.ts';
import { sourceOf, type Maker, type View } from './view.ts';

/** 2026—2030 of a title that says 十五五 or the years themselves; the five years that are nearest otherwise. */
export function yearsOf(plan: string, now: string): { readonly last: number; readonly next: number } {
  const said = /(20\d\d)\s*[-—~～至]+\s*(20\d\d)/u.exec(plan);
  if (said) return { last: Number(said[1]) - 1, next: Number(said[2]) };
  const fifth = /“?十([一二三四五六七八])五”?/u.exec(plan)?.[1];
  const no = fifth === undefined ? 0 : '一二三四五六七八'.indexOf(fifth) + 1;
  const last = no > 0 ? FIRST + (no - 1) * FIVE : Math.round(Number(now.slice(0, 4)) / FIVE) * FIVE;
  return { last, next: last + FIVE };
}

/** 十一五 began after it. */
const FIRST = 2005;
const FIVE = 5;

const until = (due: string | null): string | null => (due === null ? null : `${lastDayWords(due)}（含当日）`);

const CONTRIBUTION: Maker = {
  key: 'template',
  title: '科室发展规划报送模板',
  there: () => true,
  async make(view) {
    const context = await asked(view.reader, (known) => known.state('contribution', view.id)?.context);
    if (!context) throw new Error(`contribution/${view.id} is not there`);
    const { department, due } = context;
    return {
      paper: submissionTemplate({
        source: await sourceOf(view, null),
        plan: view.plan,
        of: { kind: 'contribution', department: view.house.department(department) ?? '' },
        due: until(due),
        years: yearsOf(view.plan, view.now),
        last: await lastTargets(view, new Set([department])),
      }),
    };
  },
};

const CHAPTER: Maker = {
  key: 'template',
  title: '篇章报送模板',
  there: () => true,
  async make(view) {
    const context = await asked(view.reader, (known) => known.state('chapter', view.id)?.context);
    if (!context) throw new Error(`chapter/${view.id} is not there`);
    return {
      paper: submissionTemplate({
        source: await sourceOf(view, null),
        plan: view.plan,
        of: chapterOf(view, context),
        due: until(context.due),
        years: yearsOf(view.plan, view.now),
        last: await lastTargets(view, new Set([context.writer, ...context.owners])),
      }),
    };
  },
};

const chapterOf = ({ house }: View, { no, title, lead, writer, support }: StateOf<'chapter'>['context']) => ({
  kind: 'chapter' as const,
  no,
  title,
  lead: house.post(lead) ?? '',
  writer: house.department(writer) ?? '',
  support: support.flatMap((one) => house.department(one) ?? []),
});

/** Rows of 指标填报 of these departments, where the reader may see them: what the last plan had set, and what became of it. */
async function lastTargets(
  { reader, caseId }: View,
  of: ReadonlySet<string>,
): Promise<readonly LastTarget[]> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, caseId);
  const shown = await seen(
    reader,
    items.filter(({ kind }) => kind === 'indicator'),
  );
  const rows = await asked(reader, (known) =>
    shown.flatMap(({ id }) => known.state('indicator', id)?.context.rows ?? []),
  );
  return rows
    .filter(({ department }) => department !== null && of.has(department))
    .flatMap(({ name, unit, last, current }) =>
      last.target === null ? [] : [{ name, unit, target: last.target, actual: current }],
    );
}

export const CONTRIBUTION_PAPERS: readonly Maker[] = [CONTRIBUTION];
export const CHAPTER_PAPERS: readonly Maker[] = [CHAPTER];
