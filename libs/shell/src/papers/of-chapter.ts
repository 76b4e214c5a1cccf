import { slipPageOf, type TrailText } from '@mouding/contract';
import { askedOf } from '@mouding/core';
import { codeOf, comparisonSheet, comparisonTable, reviewSlip } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { trailOf } from '../queries/trail.ts';
import { compared, type Compared } from './changes.ts';
import { readable, sourceOf, type Maker, type View } from './view.ts';

interface Versions {
  readonly before: TrailText | undefined;
  readonly after: TrailText;
}

/** The version that was handed in last, and the one before it. */
async function versionsOf({ reader, id }: View): Promise<Versions | null> {
  const { texts, previous } = await trailOf(reader, 'chapter', id);
  const after = texts.at(-1);
  return after ? { before: texts.findLast(({ ref }) => ref.hash === previous), after } : null;
}

async function comparedIn(view: View, before: TrailText, after: TrailText): Promise<Compared> {
  const [was, now] = [await readable(view, before.ref), await readable(view, after.ref)];
  return compared(was ?? '', now ?? '', []);
}

/** What changed, as the slip says it. */
async function changesIn(view: View, before: TrailText | undefined, after: TrailText) {
  if (!before) return { summary: '没有不同文字的上一稿。', numbers: null };
  const { summary, numbers } = await comparedIn(view, before, after);
  return { summary: `与${before.label}相比，${summary}。`, numbers };
}

const contextOf = async ({ reader, id }: View) => {
  const context = await asked(reader, (known) => known.state('chapter', id)?.context);
  if (!context) throw new Error(`chapter/${id} is not there`);
  return context;
};

/** 会签情况, where anybody is asked. */
async function countersignWords(view: View): Promise<string | null> {
  const context = await contextOf(view);
  const names = (departments: readonly string[]): string =>
    departments.flatMap((one) => view.house.department(one) ?? []).join('、');
  const all = askedOf(context);
  if (all.length === 0) return null;
  const signed = all.filter((department) => department in context.countersigns);
  const missing = all.filter((department) => !(department in context.countersigns));
  return [
    signed.length > 0 ? `已会签：${names(signed)}。` : '',
    missing.length > 0 ? `尚未会签：${names(missing)}。` : '',
  ].join('');
}

/**
 * 送签单 of a chapter. Its code leads to 代录签批 of just this version, so that whoever photographs the signed sheet
 * records it about the text that was signed.
 */
const SLIP: Maker = {
  key: 'slip',
  title: '送签单',
  there: async (view) => (await versionsOf(view)) !== null,
  async make(view) {
    const versions = await versionsOf(view);
    if (!versions) throw new Error('there is no text yet');
    const { before, after } = versions;
    const context = await contextOf(view);
    return {
      paper: reviewSlip({
        source: await sourceOf(view, after),
        plan: `${view.plan}（篇章：${context.title}）`,
        purpose: `请${view.house.post(context.lead) ?? '牵头领导'}审定`,
        ...(await changesIn(view, before, after)),
        opinions: await countersignWords(view),
        due: null,
        link: `${view.address}/go${slipPageOf(view.id, after.ref.hash)}`,
      }),
    };
  },
};

const COMPARISON: Maker = {
  key: 'comparison',
  title: '修改对照表',
  sheet: true,
  there: async (view) => (await versionsOf(view))?.before !== undefined,
  async make(view) {
    const versions = await versionsOf(view);
    if (!versions?.before) throw new Error('there is one version only');
    const { before, after } = versions;
    const { summary, rows } = await comparedIn(view, before, after);
    const data = {
      source: await sourceOf(view, after),
      plan: `${view.plan}（篇章：${(await contextOf(view)).title}）`,
      from: { label: before.label, code: codeOf(before.ref.hash) },
      to: { label: after.label, code: codeOf(after.ref.hash) },
      summary,
      rows,
    };
    return { paper: comparisonTable(data), sheet: comparisonSheet(data) };
  },
};

/** 送签单 and 修改对照表 of a chapter that was handed in. */
export const SIGNING_PAPERS: readonly Maker[] = [SLIP, COMPARISON];
