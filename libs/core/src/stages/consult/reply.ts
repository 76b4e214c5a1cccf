import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { isOpen } from '../../case/advance.ts';
import { record, refuse, sealedBy, type Command, type Given, type Recorded } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName, type Fact, type StreamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { clauseNeeds, strangeClauses, strayQuotes } from '../opinion/opinion-clauses.ts';
import { consultationNeeds, over, type ConsultationState } from './consultation.ts';
import { unknownOriginal } from '../opinion/opinion-fix.ts';
import { anchorOf, MOST_OPINIONS, OpinionRow, wordsOf } from '../opinion/opinion-row.ts';

interface Replying {
  readonly state: ConsultationState;
  readonly department: string;
}

/** Who replies and whether it is in time; judged by the arrival, also when the clock has closed the window meanwhile. */
function replying(given: Given, id: string): Replying | Refusal {
  const state = given.state('consultation', id);
  if (!state || !inTime(given.received, state.context.closed ?? state.context.due)) return over(state);
  if (!isOpen(given.state('case', state.context.case), state.context.stage)) return over(state);
  const { department } = given.actor;
  if (department !== null && state.context.recipients.includes(department)) return { state, department };
  return notNow(
    'consultation.recipient',
    '您所在科室不在征求意见范围内',
    'Your department was not asked',
    {
      department,
    },
    {
      zh: '请规划办将意见代录，或者在下一轮列入征求意见范围',
      en: 'The office may record it, or ask your department in the next round',
    },
  );
}

/** What one answer brings. */
interface Brought {
  /** How many opinions the department has given with it. */
  readonly opinions: number;
  readonly opinion: StreamName | null;
  readonly more?: readonly StreamName[];
}

const reply = (given: Given, id: string, department: string, brought: Brought): Recorded =>
  record(streamName('consultation', id), {
    type: 'ReplyReceived',
    data: { department, ...brought, received: given.received },
  });

export const ReplyNone = z
  .strictObject({})
  .meta({ id: 'ReplyNone', description: '反馈“无意见” · answers that there is no opinion' });

/** 反馈“无意见”: an answer of its own, once, and only by a department that has given no opinion. */
export const replyNone: Command<'consultation', z.infer<typeof ReplyNone>> = {
  verb: 'consultation.reply-none',
  on: 'consultation',
  concurrent: true,
  judged: true,
  needs: consultationNeeds,
  during: ['open'],
  decide(given, id) {
    const who = replying(given, id);
    if ('rule' in who) return refuse(who);
    const before = who.state.context.replies[who.department];
    if (before !== undefined)
      return refuse(
        notNow(
          'consultation.replied',
          '您所在科室已反馈，不能再反馈“无意见”',
          'Your department has answered already',
          { opinions: before },
          { zh: '如须更改，请先撤回已提的意见', en: 'Withdraw the opinions that were given first' },
        ),
      );
    return { facts: [reply(given, id, who.department, { opinions: 0, opinion: null })] };
  },
};

export const GiveOpinion = OpinionRow.meta({
  id: 'GiveOpinion',
  description: '反馈意见 · gives an opinion',
});

/**
 * 反馈意见: as many as a department has, also after 无意见, until the window ends. Each is a stream of its own; its
 * place and its wording are sealed under whoever gave it, the fact names the clause.
 */
export const giveOpinion: Command<'consultation', z.infer<typeof GiveOpinion>> = {
  verb: 'consultation.give-opinion',
  on: 'consultation',
  concurrent: true,
  judged: true,
  needs: (known, id, row) => [...consultationNeeds(known, id), ...clauseNeeds(known, id, [row])],
  during: ['open'],
  decide(given, id, row) {
    const who = replying(given, id);
    if ('rule' in who) return refuse(who);
    const refusal = strangeClauses(given, who.state, [row]);
    if (refusal) return refuse(refusal);
    const { stream, fact } = opinionGiven(given, id, who, { row, original: null, no: 1, name: 'opinion' });
    const opinions = (who.state.context.replies[who.department] ?? 0) + 1;
    return {
      facts: [
        record(stream, fact, sealedBy(given.actor, wordsOf(row))),
        reply(given, id, who.department, { opinions, opinion: stream }),
      ],
      notices: strayQuotes(given, who.state, [row]),
      made: stream,
    };
  },
};

export const ReplyWith = z
  .strictObject({
    opinions: z.array(OpinionRow).min(1).max(MOST_OPINIONS),
    original: FileRef.nullable()
      .default(null)
      .meta({ description: '本科室填写的意见反馈表或修订稿 · the form or the marked text it comes from' }),
  })
  .meta({ id: 'ReplyWith', description: '整批反馈意见 · answers with many opinions at once' });

/**
 * 整批反馈: what a returned 意见反馈表 or a marked text brought, once the department has confirmed it; one answer, and every
 * row an opinion of its own. The original stands behind it.
 */
export const replyWith: Command<'consultation', z.infer<typeof ReplyWith>> = {
  verb: 'consultation.reply',
  on: 'consultation',
  concurrent: true,
  judged: true,
  needs: (known, id, { opinions, original }) => [
    ...consultationNeeds(known, id),
    ...clauseNeeds(known, id, opinions),
    ...(original ? [{ file: original }] : []),
  ],
  during: ['open'],
  decide(given, id, { opinions: rows, original }) {
    const who = replying(given, id);
    if ('rule' in who) return refuse(who);
    const refusal = strangeClauses(given, who.state, rows) ?? notBrought(given, original);
    if (refusal) return refuse(refusal);
    const facts = rows.map((row, i) => {
      const { stream, fact } = opinionGiven(given, id, who, {
        row,
        original,
        no: i + 1,
        name: `opinion-${i + 1}`,
      });
      return record(stream, fact, sealedBy(given.actor, wordsOf(row)));
    });
    const [opinion = null, ...more] = facts.map(({ stream }) => stream);
    const opinions = (who.state.context.replies[who.department] ?? 0) + rows.length;
    const brought = { opinions, opinion, ...(more.length > 0 ? { more } : {}) };
    return {
      facts: [...facts, reply(given, id, who.department, brought)],
      notices: strayQuotes(given, who.state, rows),
      ...(opinion ? { made: opinion } : {}),
    };
  },
};

const notBrought = (given: Given, original: FileRef | null): Refusal | null =>
  original === null || given.hasFile(original) ? null : unknownOriginal(original);

interface Numbered {
  readonly row: OpinionRow;
  readonly original: FileRef | null;
  /** From 1, among those that come together. */
  readonly no: number;
  readonly name: string;
}

function opinionGiven(
  given: Given,
  id: string,
  { state, department }: Replying,
  { row, original, no, name }: Numbered,
): { readonly stream: StreamName<'opinion'>; readonly fact: Fact } {
  const { case: caseId, stage, opinions } = state.context;
  const of = { consultation: id, case: caseId, stage, department, no: opinions.length + no };
  return {
    stream: streamName('opinion', given.id(name)),
    fact: { type: 'OpinionGiven', data: { ...of, ...anchorOf(row), ...(original ? { original } : {}) } },
  };
}
