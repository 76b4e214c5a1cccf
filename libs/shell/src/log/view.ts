import { LOG_RESTART_WORDS, type LogRestartView, type TreeLogView } from '@mouding/contract';
import { overviews, type LogRestart, type OrgState } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, type Reader } from '../queries/reader.ts';
import { logHead } from './head-view.ts';
import type { ReceiptSigner } from './receipts.ts';

/** 记录树: the newest checkpoint, whether checkpoints come out, and declarations. @throws ProblemError not-found */
export async function treeLogView(reader: Reader, signer: ReceiptSigner | null): Promise<TreeLogView> {
  if (!overviews(inOwnRight(reader), 'log')) throw new ProblemError('not-found');
  const { institution } = reader.visitor;
  const { treeLogs } = reader.ledger;
  const [head, state, org] = await Promise.all([
    logHead(treeLogs, institution, reader.witnessing),
    treeLogs.state(institution),
    asked(reader, (known) => known.org),
  ]);
  return {
    ...head,
    state: state ? { state: state.state, said: { zh: state.zh, en: state.en }, since: state.since } : null,
    restarts: org.context.treeLog.restarts.map((each) => viewOf(org, each)),
    receiptKey: signer?.keyOf(institution) ?? null,
  };
}

function viewOf({ context: { posts } }: OrgState, each: LogRestart): LogRestartView {
  const { restart, status, origin, next, signed, kept, reason } = each;
  const titled = (post: string | null): string => posts.find(({ id }) => id === post)?.title ?? '';
  return {
    restart,
    status,
    words: LOG_RESTART_WORDS[status],
    origin,
    next,
    signed: { ...signed },
    kept: { ...kept },
    reason,
    proposedBy: titled(each.post),
    judgedBy: each.judged && titled(each.judged.post),
  };
}
