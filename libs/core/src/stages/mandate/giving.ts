import { z } from 'zod';
import { Day } from '../../calendar.ts';
import type { CaseFact } from '../../case/case.ts';
import { record, sealedBy, type Given, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { numbersOf } from '../amend/numbers.ts';
import { isKnown, OwnerBody, pastDays } from '../charge.ts';
import type { Imposing } from '../condition/imposing.ts';
import { editToChange } from '../manuscript/text-changes.ts';
import type { Point } from './facts.ts';
import { paragraphAt } from './scope.ts';

const PointBody = z.strictObject({
  words: z.string().trim().min(1).max(2000).meta({ description: '授权事项内容 · what may be changed' }),
  passages: z.array(z.string().min(1).max(2000)).max(60).default([]).meta({
    description: '所涉段落的原文，各须恰好出现一次；未填的不限段落 · passages of the paragraphs it names',
  }),
  numbers: z
    .array(z.string().trim().min(1).max(40))
    .max(60)
    .default([])
    .meta({ description: '可以调整的指标数值，照文稿写法 · numbers that may change, as they are written' }),
});

export const MandateBody = z
  .strictObject({
    points: z.array(PointBody).min(1).max(40),
    drafter: OwnerBody.meta({ description: '起草修改的科室或者岗位 · who drafts the changes' }),
    approver: z.uuid().meta({ description: '审定人（岗位） · the post that approves them' }),
    due: Day.meta({ description: '修改、审定期限 · the day by which they are to be approved' }),
  })
  .meta({
    id: 'MandateBody',
    description: '授权修改 · lets the text be changed within points of the minutes',
  });
export type MandateBody = z.infer<typeof MandateBody>;

/** What a mandate belongs to: the meeting, and the text that it decides on. */
export interface Giving extends Imposing {
  readonly text: TextRef;
}

/** What is decided on: a subject, and its text. */
export type Decided = Pick<Giving, 'subject' | 'text'>;

/** The mandate as the meeting's fact cites it, and the fact that states it; nobody may change anything before it is given. */
export function proposedMandate(
  given: Given,
  { stage, ...of }: Giving,
  body: MandateBody | undefined,
): { readonly mandate: StreamName<'mandate'> | null; readonly facts: readonly Recorded[] } {
  if (!body) return { mandate: null, facts: [] };
  const mandate = streamName('mandate', given.id('mandate'));
  const { points, drafter, approver, due } = body;
  const named = pointsOf(given.text(of.text), points);
  const data = { ...of, gate: stage, points: named, drafter, approver, due };
  const sealed = sealedBy(given.actor, { points: points.map(({ words }) => words) });
  return { mandate, facts: [record(mandate, { type: 'MandateProposed', data }, sealed)] };
}

const pointsOf = (text: string, points: MandateBody['points']): readonly Point[] =>
  points.map(({ passages, numbers }, i) => ({
    no: i + 1,
    paragraphs: [...new Set(passages.flatMap((quote) => paragraphsOf(text, quote)))].toSorted(
      (a, b) => a - b,
    ),
    numbers: [...new Set(numbers.flatMap(asNumbers))],
  }));

/** 31张 names the number 31: as it stands in a text, so that it is found there. */
function asNumbers(written: string): readonly string[] {
  const found = numbersOf(written);
  return found.length > 0 ? found : [written.normalize('NFKC')];
}

function paragraphsOf(text: string, quote: string): readonly number[] {
  const found = editToChange(text, { quote, replacement: '', cites: null });
  if ('found' in found) return [];
  const first = paragraphAt(text, found.at);
  const more = quote.replace(/\n$/u, '').split('\n').length;
  return Array.from({ length: more }, (_, i) => first + i);
}

/** What cannot be given: no such text or passage, nobody who drafts or approves. */
export const unfitMandate = (given: Given, of: Decided, body: MandateBody | undefined): Refusal | null =>
  body ? (notOfPlan(of) ?? strangePeople(given, body) ?? unplaced(given, of, body)) : null;

const notOfPlan = ({ subject }: Decided): Refusal | null =>
  subject === 'manuscript'
    ? null
    : against(
        'mandate.subject',
        '授权修改只适用于规划文稿',
        'Only the text of the plan can be changed under a mandate',
        { subject },
      );

function strangePeople(given: Given, { drafter, approver }: MandateBody): Refusal | null {
  if (!isKnown(given, drafter) || !isKnown(given, { post: approver }))
    return against(
      'mandate.people',
      '起草的科室、岗位或者审定人的岗位不存在',
      'Whoever drafts or approves does not exist here',
      { approver },
      { zh: '请重新选择', en: 'Choose again' },
    );
  if (!('post' in drafter && drafter.post === approver)) return null;
  return against('mandate.second-person', '起草人不能同时为审定人', 'Whoever drafts does not approve', {
    approver,
  });
}

/** 期限不早于今日: of what is given now; one that was given on paper may have run out since. */
export const lateMandate = (given: Given, body: MandateBody | undefined): Refusal | null =>
  body === undefined || pastDays(given, [body.due]).length === 0
    ? null
    : against('mandate.due', '授权修改的期限早于今日', 'The day for the changes has passed', {
        due: body.due,
      });

function unplaced(given: Given, { text }: Decided, { points }: MandateBody): Refusal | null {
  const content = given.text(text);
  const strange = points.flatMap(({ passages }, i) =>
    passages.some((quote) => 'found' in editToChange(content, { quote, replacement: '', cites: null }))
      ? [i + 1]
      : [],
  );
  if (strange.length === 0) return null;
  return notNow(
    'mandate.passage',
    `第${strange.join('、')}项授权所引原文在文稿中没有找到，或不止一处`,
    `A passage of point ${strange.join(', ')} does not occur, or more than once`,
    { points: strange },
  );
}

/** The fact of the case by which a declared resolution gives its mandate; it comes just before the gate closes. */
export const imposedMandate = (
  { stage }: { readonly stage: string },
  mandate: StreamName<'mandate'> | null,
  due: string | undefined,
): readonly CaseFact[] =>
  mandate && due !== undefined ? [{ type: 'MandateImposed', data: { stage, mandate, due } }] : [];
