import { z } from 'zod';
import { Day, dayOf, endOfDay } from '../calendar.ts';
import type { Given } from '../decider.ts';
import { calendarOf } from '../org/holidays.ts';
import { against, type Refusal } from '../refusal.ts';
import { escalatesAt } from './escalation.ts';

/** Who has to do what a body asked for: a department, by its head, or one post. */
export type Owner = { readonly department: string } | { readonly post: string };

export const OwnerBody = z
  .union([z.strictObject({ department: z.uuid() }), z.strictObject({ post: z.uuid() })])
  .meta({ description: '责任人：科室或者岗位 · who has to do it: a department, or a post' });

/** What a body gave somebody to do: a condition that it set, a task that it gave, a text that it lets be changed. */
export const Charge = z.strictObject({
  wording: z.string().trim().min(1).max(2000).meta({ description: '内容 · what is asked for' }),
  owner: OwnerBody,
  due: Day.meta({ description: '办结期限，含当日 · the day by which it is to be done' }),
});
export type Charge = z.infer<typeof Charge>;

/** What is said of it: how it was done, or why it is put off, sent back, not needed any more. */
export const Words = z.string().trim().min(1).max(4000);

/** The holder of what is owed by an owner. */
export const holderOf = (owner: Owner): string =>
  'department' in owner ? `department-head@${owner.department}` : `post:${owner.post}`;

/** Whether the owner is somebody here. */
export function isKnown(given: Given, owner: Owner): boolean {
  const { departments, posts } = given.org.context;
  return 'department' in owner
    ? departments.some(({ id }) => id === owner.department)
    : posts.some(({ id }) => id === owner.post);
}

/** When the day that was set is over and nothing is done: who presided is told on the next working day. */
export const raisedAt = (given: Pick<Given, 'org'>, due: string): string =>
  escalatesAt(endOfDay(due), calendarOf(given));

/** Whoever presided, or the director of the office where nobody is known to have: who is told of what is overdue. */
export const raisedTo = (presider: string | null): string =>
  presider === null ? 'office-director' : `post:${presider}`;

/** The numbers, from 1, of those whose day has passed already. */
export const pastDays = (given: Given, dues: readonly string[]): readonly number[] =>
  dues.flatMap((due, i) => (due < dayOf(given.now) ? [i + 1] : []));

/** Who acts, as a fact keeps it. */
export const actorOf = ({
  actor,
}: Pick<Given, 'actor'>): { readonly post: string | null; readonly by: string } => ({
  post: actor.post,
  by: actor.person ?? '',
});

/** 双人: nobody confirms what they have done themselves. */
export const ownWork = (given: Given, rule: string, doneBy: string | null): Refusal | null =>
  doneBy === null || doneBy !== given.actor.person
    ? null
    : against(
        rule,
        '须由办理人以外的人核实',
        'Another person than whoever did it verifies it',
        {},
        { zh: '请另一人核实', en: 'Another person verifies it' },
      );
