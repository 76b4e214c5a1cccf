import { codeOf, dayWords, tablingSheet, type Signed } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { signedBy } from './signing.ts';
import { lastAt, said, sourceOf, wordsOf, type Maker, type View } from './view.ts';

const SHEET: Maker = {
  key: 'tabling',
  title: '议题申报表',
  there: () => true,
  async make(view) {
    const { reader, house } = view;
    const context = await asked(reader, (known) => known.state('tabling', view.id)?.context);
    if (!context) throw new Error(`tabling/${view.id} is not there`);
    const drafts = await draftsOf(reader, view.caseId);
    const label = labelOf(drafts, context.text, '提请审议的文稿');
    const sheet = wordsOf(view, 'TablingAsked')[0]?.said;
    return {
      paper: tablingSheet({
        source: { ...(await sourceOf(view, { ref: context.text, label })), internal: false },
        body: house.body(context.bodyKey),
        title: said(sheet, 'title') ?? context.title,
        asker: { words: null, post: house.post(context.post), on: askedOn(view) },
        reason: said(sheet, 'words'),
        text: { label, code: codeOf(context.text.hash) },
        papers: context.papers.map((ref, at) => labelOf(drafts, ref, `会议材料${at + 1}`)),
        sponsor: signedBy(view, 'TablingBacked', '（已签署）'),
        chief: judgedBy(view),
        agreed: context.agreed,
        read: { all: context.to.length, opened: context.read.length },
      }),
    };
  },
};

const askedOn = (view: View): string | null => {
  const at = lastAt(view, 'TablingAsked');
  return at === null ? null : dayWords(at);
};

const judgedBy = (view: View): Signed | null =>
  signedBy(view, 'TablingApproved', '（已审定）') ?? signedBy(view, 'TablingDeclined', '（不予安排上会）');

export const TABLING_PAPERS: readonly Maker[] = [SHEET];
