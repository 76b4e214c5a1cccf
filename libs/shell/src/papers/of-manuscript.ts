import { pageOf } from '@mouding/contract';
import { codeOf, comparisonSheet, comparisonTable, lastDayWords, reviewSlip } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { compared, type Compared } from './changes.ts';
import { draftsOf, type Draft } from './drafts.ts';
import { groundsOf } from './grounds.ts';
import { readable, sourceOf, type Maker, type View } from './view.ts';

interface Pair {
  readonly before: Draft;
  readonly after: Draft;
}

/** The current draft, and the one before it whose words were others; a draft may be called anew and stay as it was. */
async function lastPair(view: View): Promise<Pair | null> {
  const drafts = await draftsOf(view.reader, view.caseId);
  const after = drafts.at(-1);
  const before =
    after && drafts.findLast(({ label, ref }) => label !== after.label && ref.hash !== after.ref.hash);
  return after && before ? { before, after } : null;
}

const readsNow = async (view: View): Promise<boolean> => {
  const drafts = await draftsOf(view.reader, view.caseId);
  const last = drafts.at(-1);
  return last !== undefined && view.seen?.texts.some(({ hash }) => hash === last.ref.hash) === true;
};

async function comparedIn(view: View, { before, after }: Pair): Promise<Compared> {
  const drafts = await draftsOf(view.reader, view.caseId);
  const between = drafts.filter(({ label }) => label === after.label);
  const grounds = await groundsOf(view.reader, view.house, between);
  const [was, now] = [await readable(view, before.ref), await readable(view, after.ref)];
  return compared(was ?? '', now ?? '', grounds);
}

const COMPARISON: Maker = {
  key: 'comparison',
  title: '修改对照表',
  sheet: true,
  there: async (view) => (await readsNow(view)) && (await lastPair(view)) !== null,
  async make(view) {
    const pair = await lastPair(view);
    if (!pair) throw new Error('there is one draft only');
    const { before, after } = pair;
    const { summary, rows } = await comparedIn(view, pair);
    const data = {
      source: await sourceOf(view, after),
      plan: view.plan,
      from: { label: before.label, code: codeOf(before.ref.hash) },
      to: { label: after.label, code: codeOf(after.ref.hash) },
      summary,
      rows,
    };
    return { paper: comparisonTable(data), sheet: comparisonSheet(data) };
  },
};

/** What it is brought for: the stages in which the case stands. */
async function purposeOf({ reader, caseId }: View): Promise<string> {
  const found = await asked(reader, (known) => known.state('case', caseId)?.context);
  if (!found || found.open.length === 0) return '请审阅';
  const procedure = await reader.world.procedure(found.procedure.hash);
  const titles = found.open.map((id) => procedure.stage(id).stage.title);
  return `请审阅（${titles.join('、')}）`;
}

const SLIP: Maker = {
  key: 'slip',
  title: '送签单',
  there: readsNow,
  async make(view) {
    const { reader, id } = view;
    const drafts = await draftsOf(reader, view.caseId);
    const after = drafts.at(-1);
    if (!after) throw new Error('there is no draft yet');
    const pair = await lastPair(view);
    const changed = pair && (await comparedIn(view, pair));
    const due = await asked(reader, (known) => known.state('manuscript', id)?.context.due ?? null);
    return {
      paper: reviewSlip({
        source: await sourceOf(view, after),
        plan: view.plan,
        purpose: await purposeOf(view),
        summary:
          changed && pair ? `与${pair.before.label}相比，${changed.summary}。` : '没有不同文字的上一稿。',
        numbers: changed?.numbers ?? null,
        opinions: null,
        due: due === null ? null : lastDayWords(due),
        link: `${view.address}/go${pageOf(`manuscript/${id}`)}`,
      }),
    };
  },
};

/** 修改对照表 and 送签单. */
export const MANUSCRIPT_PAPERS: readonly Maker[] = [SLIP, COMPARISON];
