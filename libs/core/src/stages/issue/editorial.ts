import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { bindingOf } from '../../procedure/classing.ts';
import { stagesOf } from '../../procedure/definition.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import type { Weight } from '../amend/facts.ts';
import { leastClass } from '../amend/least-class.ts';
import { WEIGHTS } from '../amend/weights.ts';
import { reach, type Reached } from '../manuscript/changing.ts';
import { EditBody, stale, tooMuch } from '../manuscript/passages.ts';
import type { Change } from '../manuscript/text-changes.ts';
import type { IssueState } from './issue.ts';
import { isPending, pendingIssue, settledInCase, settlingNeeds } from './restore.ts';

export const EditIssue = z
  .strictObject({
    base: TextRef.meta({ description: '修改所依据的印发稿 · the text that is being changed' }),
    edits: z
      .array(EditBody.omit({ cites: true, ground: true }))
      .min(1)
      .max(20),
  })
  .meta({
    id: 'EditIssue',
    description: '编辑性修改（印发前）：逐处列明，待他人确认 · editorial changes before it is issued',
  });

type Edit = z.infer<typeof EditIssue>;

/**
 * 编辑性修改 before 印发: named, shown passage by passage, and nothing until another person confirms it. What a rule says
 * is more than editorial, a number above all, goes back to the bodies.
 *
 * @source 党政机关公文处理工作条例 §25 需作实质性修改的，应当报原签批人复审
 */
export const editIssue: Command<'issue', Edit> = {
  verb: 'issue.edit',
  on: 'issue',
  during: ['drafted', 'signed', 'numbered'],
  needs: (known, id, { base }) => [...settlingNeeds(known, id), { text: base }],
  decide(given, id, { base, edits }) {
    const pending = pendingIssue(given, id);
    if ('rule' in pending) return refuse(pending);
    const { state, text: from } = pending;
    const refusal = sameText(base, from) ? waitsAlready(state) : stale(from, base);
    if (refusal) return refuse(refusal);
    const edited = changed(given, state, base, edits);
    if ('rule' in edited) return refuse(edited);
    const { to, changes, made } = edited;
    const data = { from, to, changes: [...changes], by: given.actor.person ?? '' };
    const why = sealedBy(given.actor, { reasons: edits.map(({ reason }) => reason) });
    return {
      facts: [record(streamName('issue', id), { type: 'EditorialProposed', data }, why)],
      ...made,
    };
  },
};

/** The text after the edits, where they are no more than editorial. */
function changed(given: Given, state: IssueState, base: TextRef, edits: Edit['edits']): Edited | Refusal {
  const before = given.text(base);
  const uncited = edits.map((edit) => ({ ...edit, cites: null }));
  const reached = reach(given, base, { edits: uncited });
  if ('rule' in reached) return reached;
  const { to, after, steps, made } = reached;
  const changes = steps.flatMap((step) => step.changes);
  return (
    unchanged(before, after) ??
    moreThanEditorial(given, state, base, after) ??
    tooMuch(changes, NO_EDITING) ?? { to, changes, made }
  );
}

/** It is confirmed as a whole by one person, who must be able to read it as one sheet. */
const NO_EDITING = {
  zh: '编辑性修改须由一人逐处核对，改动如此之多的，请恢复审议稿或者重新提请审议',
  en: 'One person confirms it passage by passage; so much of it is to be decided again, or restored',
};

interface Edited extends Pick<Reached, 'to' | 'made'> {
  readonly changes: readonly Change[];
}

const waitsAlready = ({ context }: IssueState): Refusal | null =>
  context.editorial
    ? notNow('issue.editorial-waits', '已有编辑性修改待确认', 'An editorial change waits to be confirmed', {
        to: context.editorial.to.hash,
      })
    : null;

const unchanged = (before: string, after: string): Refusal | null =>
  before === after ? notNow('manuscript.nothing', '文稿没有改动', 'Nothing was changed') : null;

const touchedIn = (weight: readonly Weight[]): string =>
  weight.length === 0 ? '' : `（${weight.map((one) => WEIGHTS[one].zh).join('、')}）`;

/** The lightest class that the rule allows must be one after which no body decides again. */
function moreThanEditorial(
  given: Given,
  { context }: IssueState,
  base: TextRef,
  after: string,
): Refusal | null {
  const { classing, definition } = procedureOf(given, context.case);
  const least = leastClass(given, context.case, base, after);
  const gates = classing.classes.get(least.class) ?? [];
  const grave = least.weight.filter((one) => one === 'numbers' || one === 'headings');
  if (grave.length === 0 && gates.length === 0 && (classing.classes.size > 0 || least.weight.length === 0))
    return null;
  const titles = stagesOf(definition).flatMap(({ id, title }) => (gates.includes(id) ? [title] : []));
  const bodies = titles.length > 0 ? titles.join('、') : '原审议机构';
  return {
    ...against(
      'issue.editorial',
      `改动属实质性修改${touchedIn(grave)}，应当由${bodies}重新审议，不能作编辑性修改`,
      'By rule this is more than an editorial change; it is decided again',
      { class: least.class, weight: [...least.weight], gates: [...gates] },
      {
        zh: '请恢复审议稿，或重新提请审议，或经批准例外',
        en: 'Restore the decided text, have the change decided, or have it exempted',
      },
    ),
    basis: '《党政机关公文处理工作条例》第二十五条',
  };
}

export const ConfirmEditorial = z
  .strictObject({
    agree: z.boolean().meta({ description: '确认，或者退回 · confirms it, or sends it back' }),
  })
  .meta({
    id: 'ConfirmEditorial',
    description: '确认编辑性修改 · the second person confirms an editorial change',
  });

/** 确认编辑性修改, by the director or a leader, and another person than whoever made it; who made it may take it back. */
export const confirmEditorial: Command<'issue', z.infer<typeof ConfirmEditorial>> = {
  verb: 'issue.confirm-editorial',
  on: 'issue',
  during: ['drafted', 'signed', 'numbered'],
  needs: settlingNeeds,
  decide(given, id, { agree }) {
    const state = given.state('issue', id);
    const edited = state?.context.editorial;
    if (!state || !edited || !isPending(state))
      return refuse(
        notNow(
          'issue.editorial-waits',
          '没有待确认的编辑性修改',
          'No editorial change waits to be confirmed',
        ),
      );
    const by = given.actor.person ?? '';
    const name = streamName('issue', id);
    if (!agree) return { facts: [record(name, { type: 'EditorialRejected', data: { by } })] };
    const refusal = notSecond(given, edited.by);
    if (refusal) return refuse(refusal);
    const { from, to } = edited;
    const keeps = bindingOf(procedureOf(given, state.context.case).classing, state.context.subject);
    return {
      facts: [
        record(name, { type: 'EditorialConfirmed', data: { from, to, by } }),
        ...settledInCase(given, state, { to, how: 'editorial', keeps }),
      ],
    };
  },
};

/** The director of the office or a leader, and another person than whoever changed it. */
function notSecond({ actor }: Given, changedBy: string): Refusal | null {
  const needs = { zh: '请规划办主任或院领导确认', en: 'The director of the office or a leader confirms it' };
  if (actor.person === changedBy)
    return against(
      'issue.second-person',
      '编辑性修改须由修改人以外的人确认',
      'Another person than whoever changed it confirms',
      {},
      needs,
    );
  if (actor.as === 'office-director' || actor.as === 'leader') return null;
  return against(
    'issue.confirms',
    '编辑性修改由规划办主任或院领导确认',
    'The director of the office or a leader confirms it',
    { as: actor.as },
    needs,
  );
}
