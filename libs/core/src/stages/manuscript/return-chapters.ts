import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { effectsOfReturn, movedOn, returningNeeds, type Target } from '../../returns/returning.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { Clauses, Preview } from '../write/return.ts';

const Points = z
  .array(z.string().trim().min(1).max(500))
  .min(1)
  .max(30)
  .meta({ description: '修改意见，逐条 · what is asked for, point by point' });

export const ReturnManuscript = z
  .strictObject({
    chapters: z
      .array(
        z.strictObject({
          chapter: z.uuid().meta({ description: '篇章 · the chapter' }),
          to: z.uuid().optional().meta({ description: '责任部门；缺省为主笔部门 · one of its owners' }),
          clauses: Clauses.optional(),
          points: Points,
        }),
      )
      .min(1)
      .max(60)
      .refine(
        (all) => new Set(all.map(({ chapter }) => chapter)).size === all.length,
        '每篇只列一次 · once each',
      ),
    answers: z
      .templateLiteral([z.enum(['meeting', 'review', 'filing', 'consultation']), '/', z.uuid()])
      .nullable()
      .default(null)
      .meta({ description: '依据的会议、论证、批复或征求意见 · the outcome that it carries out' }),
    preview: Preview.optional(),
  })
  .meta({
    id: 'ReturnManuscript',
    description: '返回起草部门修改 · sends several chapters back to their drafters',
  });
type Body = z.infer<typeof ReturnManuscript>;

const targetOf = (id: string, { chapters, answers }: Pick<Body, 'chapters' | 'answers'>): Target => ({
  kind: 'manuscript',
  id,
  backs: chapters.map(({ chapter, to, clauses, points }) => ({
    chapter,
    to: to ?? null,
    clauses: clauses ?? null,
    points: points.length,
  })),
  answers,
});

/**
 * 返回各起草部门修改: while a draft is being made, chapters that were signed off go back at once, each with its points;
 * the others are left alone, and the draft waits until all are back. What was decided or is being voted on is closed
 * with it, in the same append. The points are sealed.
 */
export const returnManuscript: Command<'manuscript', Body> = {
  verb: 'manuscript.return',
  on: 'manuscript',
  needs: (known, id, body) => returningNeeds(known, targetOf(id, body)),
  during: ['drafting'],
  decide(given, id, body) {
    const strange = strangeAnswer(given, id, body.answers);
    if (strange) return refuse(strange);
    const returning = effectsOfReturn(given, targetOf(id, body));
    if ('refusal' in returning) return returning;
    if (body.preview !== undefined && body.preview !== returning.digest) return refuse(movedOn(returning));
    const points = new Map<StreamName, readonly string[]>(
      body.chapters.map((each) => [streamName('chapter', each.chapter), each.points]),
    );
    return {
      facts: returning.facts.map(({ stream, fact }) => {
        const said = points.get(stream);
        return record(stream, fact, said ? sealedBy(given.actor, { points: said }) : []);
      }),
    };
  },
};

/** The outcome that it carries out is of the same plan. */
function strangeAnswer(given: Given, id: string, answers: StreamName | null): Refusal | null {
  if (answers === null) return null;
  const { kind, id: of } = parseStream(answers);
  const context = given.state(kind, of)?.context;
  const ours = given.state('manuscript', id)?.context.case;
  if (context && 'case' in context && context.case === ours) return null;
  return notNow(
    'manuscript.cites',
    '所依据的会议、论证或批复不属于本规划',
    'What it rests on is not of this case',
    { answers },
  );
}
