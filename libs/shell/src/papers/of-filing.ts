import { dayWords, upwardLetter } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { gateLines, gateSentence } from './gate-words.ts';
import { lastAt, sourceOf, type Maker, type View } from './view.ts';

const contextOf = async ({ reader, id }: View) => {
  const context = await asked(reader, (known) => known.state('filing', id)?.context);
  if (!context) throw new Error(`filing/${id} is not there`);
  return context;
};

/** Titles of what was sent with the letter last; of one that was not sent yet, what the procedure asks for. */
async function enclosed(view: View): Promise<readonly string[]> {
  const { reader, caseId, entries } = view;
  const sent = entries.findLast(({ type }) => type === 'FilingSent')?.data as Sent | undefined;
  const titles = (sent?.manifest ?? []).flatMap(({ title }) => (title === undefined ? [] : [title]));
  if (titles.length > 0) return titles;
  const context = await contextOf(view);
  const hash = await asked(reader, (known) => known.state('case', caseId)?.context.procedure.hash);
  const { stage } = (await reader.world.procedure(hash ?? '')).stage(context.stage);
  const asks = stage.with['package'] as { readonly titles?: readonly string[] } | undefined;
  return asks?.titles ?? ['规划正文'];
}

interface Sent {
  readonly manifest?: readonly { readonly title?: string }[];
}

const LETTER: Maker = {
  key: 'letter',
  title: '报送文件（请示、报告）',
  there: () => true,
  async make(view) {
    const { reader, house, caseId } = view;
    const { mode, text, no } = await contextOf(view);
    const drafts = await draftsOf(reader, caseId);
    const current = text ?? drafts.at(-1)?.ref ?? null;
    const shown = current && { ref: current, label: labelOf(drafts, current, '报批稿') };
    const gates = await gateLines(reader, house, caseId);
    const source = await sourceOf(view, shown);
    return {
      paper: upwardLetter({
        source: { ...source, internal: false },
        plan: view.plan,
        kind: mode === 'approve' ? '请示' : '报告',
        authority: await authorityOf(view),
        number: null,
        signers: [],
        gates: gates.map(gateSentence),
        package: await enclosed(view),
        on: dayWords(lastAt(view, 'FilingSent') ?? view.now),
        contact: house.office,
        no: Math.max(1, no),
      }),
    };
  },
};

/** The authority by its name where it is here; 主管部门 where it answers on paper. */
async function authorityOf(view: View): Promise<string> {
  const { authority } = await contextOf(view);
  if (authority === null) return '主管部门';
  const all = await view.reader.ledger.institutions();
  return all.find(({ id }) => id === authority)?.name ?? '主管部门';
}

export const FILING_PAPERS: readonly Maker[] = [LETTER];
