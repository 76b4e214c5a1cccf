import { leaderSlipPageOf } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import { lastDayWords, reviewSlip } from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { readable, sourceOf, titleOf, type Maker, type View } from './view.ts';

type Kind = 'review' | 'issue';

/** What each is brought to a leader for, while it stands so, and what its text is called where no draft names it. */
const BROUGHT = {
  review: { status: 'open', purpose: '请院领导审阅', label: '送审稿' },
  issue: { status: 'drafted', purpose: '请院领导签发', label: '印发稿' },
} as const;

interface Waiting {
  readonly text: TextRef;
  readonly subject: 'scheme' | 'manuscript';
  readonly due: string | null;
}

/** What waits for a leader's signature, as far as the reader may open it; null for nothing. */
async function waitingIn(view: View, kind: Kind): Promise<Waiting | null> {
  const context = await asked(view.reader, (known) => known.state(kind, view.id)?.context);
  if (!context?.text || view.seen?.status !== BROUGHT[kind].status) return null;
  const { text, subject, due } = context;
  return (await readable(view, text)) === null ? null : { text, subject, due };
}

const slip = (kind: Kind): Maker => ({
  key: 'slip',
  title: '送签单',
  there: async (view) => (await waitingIn(view, kind)) !== null,
  async make(view) {
    const waiting = await waitingIn(view, kind);
    if (!waiting) throw new Error('there is nothing to sign');
    const { text, subject, due } = waiting;
    const { purpose, label } = BROUGHT[kind];
    const drafts = await draftsOf(view.reader, view.caseId);
    return {
      paper: reviewSlip({
        source: await sourceOf(view, { ref: text, label: labelOf(drafts, text, label) }),
        plan: titleOf(view, subject),
        purpose,
        summary: '正文另附，请以校验码核对。',
        numbers: null,
        opinions: null,
        due: due === null ? null : lastDayWords(due),
        link: `${view.address}/go${leaderSlipPageOf(`${kind}/${view.id}`, text.hash)}`,
      }),
    };
  },
});

/** 送签单 of a text that waits for a leader: its code leads to 代录签批 of just this text. */
export const REVIEW_SLIP: Maker = slip('review');
export const ISSUE_SLIP: Maker = slip('issue');
