import { z } from 'zod';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Known,
  type Need,
} from '../../decider.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { effectsOfReturn, movedOn, returningNeeds, type Target } from '../../returns/returning.ts';
import { Reason } from '../handed-in.ts';
import { leaderAt } from '../head-of.ts';
import { chapterNeeds } from './chapter.ts';
import { entered, recordNeeds } from './record.ts';

/** Numbers of clauses. */
export const Clauses = z.array(z.int().min(1).max(100_000)).min(1).max(500).meta({
  description: '涉及的段落（自然段序号）；缺省为全文 · the clauses concerned; by default all of it',
});

/** What was shown before it was confirmed. */
export const Preview = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: '所确认的预览 · the digest of the preview that is confirmed' });

const What = {
  reason: Reason('退回意见', 'why'),
  to: z
    .uuid()
    .optional()
    .meta({ description: '退回的责任部门；缺省为主笔部门（首次报送科室） · one of its owners' }),
  clauses: Clauses.optional(),
};

export const ReturnChapter = z
  .strictObject({ ...What, preview: Preview.optional() })
  .meta({ id: 'ReturnChapter', description: '退回篇章 · sends a chapter back to one of its owners' });
type Returning = z.infer<typeof ReturnChapter>;

const targetOf = (chapter: string, { to, clauses }: Pick<Returning, 'to' | 'clauses'>): Target => ({
  kind: 'chapter',
  back: { chapter, to: to ?? null, clauses: clauses ?? null },
});

const needsOf = (known: Known, id: string, body: Pick<Returning, 'to' | 'clauses'>): readonly Need[] =>
  returningNeeds(known, targetOf(id, body));

/**
 * 退回修改, to the writer or to one of the owners, citing what it is about: exactly what the preview says happens, in
 * one append; with the digest of a preview that no longer holds nothing does. What it leaves alone stands, and is not
 * asked for again; inputs stay; the reason is sealed.
 */
export const returnChapter: Command<'chapter', Returning> = {
  verb: 'chapter.return',
  on: 'chapter',
  needs: (known, id, body) => [...chapterNeeds(known, id), ...needsOf(known, id, body)],
  during: ['submitted'],
  decide(given, id, { reason, preview, ...what }) {
    const returning = effectsOfReturn(given, targetOf(id, what));
    if ('refusal' in returning) return returning;
    if (preview !== undefined && preview !== returning.digest) return refuse(movedOn(returning));
    const sealed = sealedBy(given.actor, { reason });
    return { facts: returning.facts.map(({ stream, fact }) => record(stream, fact, sealed)) };
  },
};

export const RecordReturn = z
  .strictObject({ ...What, elsewhere: Elsewhere })
  .meta({ id: 'RecordReturn', description: '补录退回篇章 · records that a lead sent a chapter back' });

/** 补录退回: on the sheet, by telephone, in person; it does what the act would. The wording is sealed. */
export const recordReturn: Command<'chapter', z.infer<typeof RecordReturn>> = {
  verb: 'chapter.record-return',
  on: 'chapter',
  needs: (known, id, body) => [...recordNeeds(known, id, body.elsewhere), ...needsOf(known, id, body)],
  during: ['submitted'],
  decide(given, id, { reason, elsewhere, ...what }): Decision {
    const returning = effectsOfReturn(given, targetOf(id, what));
    if ('refusal' in returning) return returning;
    const state = given.state('chapter', id);
    const [returned] = returning.facts;
    if (!state || !returned) return { facts: [] };
    const by = leaderAt(given.org, state.context.lead, elsewhere);
    return entered(given, id, state, {
      verb: 'chapter.record-return',
      title: '补录退回篇章',
      elsewhere,
      fact: returned.fact,
      by,
      sealed: sealedBy(by ?? given.actor, { reason }),
    });
  },
};
