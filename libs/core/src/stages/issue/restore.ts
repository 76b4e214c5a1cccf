import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import { exemptedFor, type CaseContext } from '../../case/case.ts';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { bindingOf } from '../../procedure/classing.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import { standing, type IssueState } from './issue.ts';

/** The issue and its case, whose current text may become another one. */
export const settlingNeeds = (known: Known, id: string): readonly Need[] => {
  const state = known.state('issue', id);
  const name = streamName('issue', id);
  return state ? [{ write: name }, { write: streamName('case', state.context.case) }] : [{ write: name }];
};

export const RestoreIssue = z
  .strictObject({
    reason: z.string().trim().min(1).max(1000).meta({ description: '恢复原因 · why' }),
  })
  .meta({
    id: 'RestoreIssue',
    description:
      '恢复审议稿：印发稿恢复为审议通过的文稿 · makes the decided text the text of the issue again',
  });

/**
 * 恢复审议稿: one of the three doors on the day of 印发. The text of the issue becomes the one that every gate has decided
 * itself; what was signed on that text stands, what was done on another one is to be done again.
 *
 * @source 党政机关公文处理工作条例 §25
 */
export const restoreIssue: Command<'issue', z.infer<typeof RestoreIssue>> = {
  verb: 'issue.restore',
  on: 'issue',
  during: ['drafted', 'signed', 'numbered'],
  needs: settlingNeeds,
  decide(given, id, { reason }) {
    const pending = pendingIssue(given, id);
    if ('rule' in pending) return refuse(pending);
    const { state, text: from } = pending;
    const found = decidedText(given, state);
    if ('rule' in found) return refuse(found);
    if (sameText(found, from)) return refuse(nothingToRestore(from));
    const by = given.actor.person ?? '';
    const fact = { type: 'IssueTextRestored', data: { from, to: found, by } };
    return {
      facts: [
        record(streamName('issue', id), fact, sealedBy(given.actor, { reason })),
        ...settledInCase(given, state, { to: found, how: 'restored', keeps: [] }),
      ],
    };
  },
};

/** Before it is issued. */
export const isPending = (state: IssueState): boolean =>
  state.matches('drafted') || state.matches('signed') || state.matches('numbered');

/** An issue that is on its way, with its text. */
export function pendingIssue(
  given: Given,
  id: string,
): { readonly state: IssueState; readonly text: TextRef } | Refusal {
  const state = given.state('issue', id);
  const text = state?.context.text ?? null;
  return state && text && isPending(state) ? { state, text } : notPending(state);
}

export const notPending = (state: IssueState | undefined): Refusal =>
  notNow('issue.pending', '尚无印发稿，或已印发', 'There is no draft, or it is issued', standing(state));

const nothingToRestore = ({ hash }: TextRef): Refusal =>
  notNow('issue.decided-text', '印发稿与审议通过的文稿一致，无需恢复', 'It is the decided text already', {
    text: hash,
  });

/** What the case records of it, where its current text is another one. */
export function settledInCase(
  given: Given,
  { context }: IssueState,
  {
    to,
    how,
    keeps,
  }: { readonly to: TextRef; readonly how: 'restored' | 'editorial'; readonly keeps: readonly string[] },
) {
  const current = given.state('case', context.case)?.context.texts[context.subject] ?? null;
  if (!current || sameText(current, to)) return [];
  const data = { subject: context.subject, from: current, to, how, keeps, by: given.actor.person ?? '' };
  return [record(streamName('case', context.case), { type: 'TextSettled', data })];
}

/** The text that every binding gate has decided itself, the last gate's first; or which of them decided what. */
export function decidedText(given: Given, { context }: Pick<IssueState, 'context'>): TextRef | Refusal {
  const { classing, definition } = procedureOf(given, context.case);
  const known = given.state('case', context.case)?.context;
  const gates = bindingOf(classing, context.subject).filter((gate) => !known?.excused.includes(gate));
  const texts = gates.flatMap((gate) => ownText(known, gate) ?? []).toReversed();
  const found = texts.find((text) =>
    gates.every((gate) => isOf(known, gate, text) || (known && exemptedFor(known, gate, text))),
  );
  if (found) return found;
  const titles = new Map(stagesOf(definition).map(({ id, title }) => [id, title]));
  const decided = gates.map((gate) => ({
    gate,
    title: titles.get(gate) ?? gate,
    text: ownText(known, gate)?.hash ?? null,
  }));
  return against(
    'issue.decided-text',
    `各审议环节审议通过的不是同一文稿：${decided.map(({ title, text }) => `${title}（${text ? text.slice(0, 8) : '未通过'}）`).join('、')}`,
    'The gates have not decided one and the same text',
    { gates: decided },
    { zh: '请先由未通过的环节审议现行文稿，或经批准例外', en: 'Have the others decide it, or exempt them' },
  );
}

/** What the gate decided itself; of a text that it wanted changed (修改后同意), the changed one. */
const ownText = (known: CaseContext | undefined, gate: string): TextRef | null => {
  const { own, provided, text } = known?.decided[gate] ?? {};
  return (sameText(own, provided) ? text : (own ?? text)) ?? null;
};

const isOf = (known: CaseContext | undefined, gate: string, text: TextRef): boolean =>
  sameText(ownText(known, gate), text) || sameText(known?.decided[gate]?.text, text);
