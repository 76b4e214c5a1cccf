import {
  compilationNote,
  dayWords,
  dispositionSum,
  draftingNote,
  lastDayWords,
  type BetweenGates,
  type DraftingNote,
} from '@mouding/documents';
import { STATUS_WORDS, wordsOf } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from '../queries/cited-files.ts';
import { citedText } from '../queries/cited-texts.ts';
import { asked, seen } from '../queries/reader.ts';
import { submissions } from '../queries/submissions.ts';
import { compared } from './changes.ts';
import { draftsOf, labelOf, type Draft } from './drafts.ts';
import { gateLines, type GateLine } from './gate-words.ts';
import { groundsOf } from './grounds.ts';
import { openFigures } from './of-indicators.ts';
import { dispositionRows } from './opinions.ts';
import { processOf } from './process.ts';
import { sourceOf, type Maker, type View } from './view.ts';

const hasDraft = async (view: View): Promise<boolean> =>
  readsManuscripts(view.reader) && (await draftsOf(view.reader, view.id)).length > 0;

/** What the consultations came to, in a sentence; null before one was held. */
async function opinionsOf(view: View): Promise<string | null> {
  const { reader, house, id } = view;
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, id);
  const shown = await seen(
    reader,
    items.filter(({ kind }) => kind === 'consultation'),
  );
  const said = await Promise.all(
    shown.map(async (item) => {
      const context = await asked(reader, (known) => known.state('consultation', item.id)?.context);
      const rows = await dispositionRows(reader, house, item.id);
      const days = context ? `${dayWords(context.opened)}至${lastDayWords(context.due)}` : '';
      const returns = context?.sum ? `${context.sum.zh}。` : '';
      return `${days}，向${context?.recipients.length ?? 0}个科室征求意见。${returns}${dispositionSum(rows)}`;
    }),
  );
  return said.length > 0 ? said.join('') : null;
}

const DRAFTING: Maker = {
  key: 'drafting-note',
  title: '起草说明',
  there: hasDraft,
  async make(view) {
    const { reader, id } = view;
    const drafts = await draftsOf(reader, id);
    const { lines } = await submissions(reader, id);
    const material = lines.filter(({ kind }) => kind === 'contribution');
    const came = material.filter(({ received }) => received !== null).length;
    const none = material.filter(({ marks }) => marks.some(({ mark }) => mark === 'none')).length;
    const waived = material.filter(({ marks }) => marks.some(({ mark }) => mark === 'waived'));
    return {
      paper: draftingNote({
        source: { ...(await sourceOf(view, drafts.at(-1) ?? null)), internal: false },
        plan: view.plan,
        steps: await processOf(view),
        submissions: `科室发展规划（素材）应报${material.length}份，已报${came}份${none > 0 ? `，其中零报告${none}份` : ''}。`,
        chapters: await chaptersOf(view),
        without: waived.map(({ label }) => `经批准，本稿暂缺：${label}。`),
        opinions: await opinionsOf(view),
        open: await openFigures(view),
      }),
    };
  },
};

async function chaptersOf({ reader, house, id }: View): Promise<DraftingNote['chapters']> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, id);
  const shown = await seen(
    reader,
    items.filter(({ kind }) => kind === 'chapter'),
  );
  const states = await asked(reader, (known) =>
    shown.map((item) => ({ item, context: known.state('chapter', item.id)?.context })),
  );
  return states
    .flatMap(({ item, context }) =>
      context
        ? [
            {
              no: context.no,
              title: context.title,
              lead: house.post(context.lead) ?? '',
              writer: house.department(context.writer) ?? '',
              support: context.support.flatMap((one) => house.department(one) ?? []),
              standing: wordsOf(STATUS_WORDS, item.status).zh,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.no - b.no);
}

const COMPILATION: Maker = {
  key: 'compilation-note',
  title: '编制说明',
  there: hasDraft,
  async make(view) {
    const { reader, house, id } = view;
    const drafts = await draftsOf(reader, id);
    const gates = await gateLines(reader, house, id);
    const context = await asked(reader, (known) => known.state('case', id)?.context);
    const scheme = context?.texts.scheme ?? null;
    const ours = gates.filter(({ ref }) => ref === null || ref.hash !== scheme?.hash);
    return {
      paper: compilationNote({
        source: { ...(await sourceOf(view, drafts.at(-1) ?? null)), internal: false },
        plan: view.plan,
        basis: ['国家、省、市有关规划和文件，医院编制工作方案，各科室报送的发展规划和征求到的意见。'],
        process: await processOf(view),
        opinions: await opinionsOf(view),
        gates: ours.map(({ gate, body, on, words, sum, ref }) => ({
          gate,
          body,
          on,
          words,
          sum,
          root: ref?.hash ?? null,
          draft: ref && labelOf(drafts, ref, ''),
        })),
        between: await betweenGates(view, drafts, ours),
        notices: [],
      }),
    };
  },
};

/** What changed between each gate and the next one, and on what authority: of texts that the reader may open. */
async function betweenGates(
  view: View,
  drafts: readonly Draft[],
  gates: readonly GateLine[],
): Promise<readonly BetweenGates[]> {
  const known = gates.flatMap((gate) => (gate.ref === null ? [] : [{ gate: gate.gate, ref: gate.ref }]));
  const pairs = known.slice(1).flatMap((to, at) => {
    const from = known[at];
    return from ? [{ from, to }] : [];
  });
  const all = await Promise.all(
    pairs.map(async ({ from, to }): Promise<readonly BetweenGates[]> => {
      if (from.ref.hash === to.ref.hash) return [{ from: from.gate, to: to.gate, summary: '', clauses: [] }];
      const [before, after] = [await draftText(view, from.ref), await draftText(view, to.ref)];
      if (before === null || after === null) return [];
      const place = (ref: TextRef): number => drafts.findLastIndex((one) => one.ref.hash === ref.hash);
      const steps = drafts.slice(place(from.ref) + 1, place(to.ref) + 1);
      const grounds = await groundsOf(view.reader, view.house, steps);
      const { summary, rows } = compared(before, after, grounds);
      const clauses = rows.map((row) => ({ place: row.place, how: row.how, authority: row.ground }));
      return [{ from: from.gate, to: to.gate, summary, clauses }];
    }),
  );
  return all.flat();
}

/** A draft through the manuscript: whoever may not read it there reads it nowhere. */
async function draftText({ reader, id }: View, ref: TextRef): Promise<string | null> {
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, id);
  const manuscript = items.find(({ kind }) => kind === 'manuscript');
  if (!manuscript || (await seen(reader, [manuscript])).length === 0) return null;
  return citedText(reader, 'manuscript', manuscript.id, ref.hash).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
}

/** 起草说明 and 编制说明. */
export const NOTES: readonly Maker[] = [DRAFTING, COMPILATION];
