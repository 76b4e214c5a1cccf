import { VERB_WORDS, wordsOf as wordsFor } from '@mouding/contract';
import { dayWords, momentWords, phoneRecord } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { said, sourceOf, type Maker, type View } from './view.ts';

const contextOf = async ({ reader, id }: View) => {
  const context = await asked(reader, (known) => known.state('record', id)?.context);
  if (!context) throw new Error(`record/${id} is not there`);
  return context;
};

/** What was entered from a call: printed beside the book it stands in. */
const PHONE: Maker = {
  key: 'phone-record',
  title: '电话记录单',
  there: async (view) => (await contextOf(view)).medium === 'telephone',
  async make(view) {
    const { house } = view;
    const { happened, title, people, recorder, checker, book, verb } = await contextOf(view);
    const others = people.flatMap(({ post }) => house.post(post) ?? []);
    const words = view.seen?.wording.map((one) => said(one.said ?? undefined, 'words')).find(Boolean) ?? null;
    return {
      paper: phoneRecord({
        source: await sourceOf(view, null),
        about: title,
        at: happened.length > 10 ? momentWords(happened) : dayWords(happened),
        other: others.length > 0 ? others.join('、') : null,
        recorder: house.post(recorder),
        checker: house.post(checker),
        book,
        words: words ?? undefined,
        entered: wordsFor(VERB_WORDS, verb).zh,
      }),
    };
  },
};

export const RECORD_PAPERS: readonly Maker[] = [PHONE];
