import { z } from 'zod';
import { Day, endOfDay } from '../calendar.ts';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { actingIn, type ActingBy, type ActingEnd } from './acting.ts';
import { DATED, dated } from './dated.ts';
import type { OrgFact, Post } from './org.ts';
import { byAppointment, notAppointable } from './security.ts';

/** The facts that end the 主持工作 of a post, if there is one. */
export const endingActing = (
  given: Given,
  post: string,
  until: string,
  reason: ActingEnd,
): readonly Recorded[] =>
  actingIn(given.org, post)
    ? [record(streamName('org', given.institution), { type: 'ActingEnded', data: { post, until, reason } })]
    : [];

export const AppointActing = z
  .strictObject({
    post: z.uuid().meta({ description: '空缺的岗位 · the vacant post' }),
    by: z
      .union([z.strictObject({ post: z.uuid() }), z.strictObject({ person: z.uuid() })])
      .meta({ description: '由哪个岗位或者哪位人员主持 · the post, or the person, that acts in it' }),
    until: Day.optional().meta({ description: '至何日止（含当日） · the last day' }),
    ...DATED,
  })
  .meta({ id: 'AppointActing', description: '明确主持工作人员 · says who acts in a vacant post' });
type Body = z.infer<typeof AppointActing>;

/** 主持工作: the acts of a vacant post are the acting person's until it is filled; a vote goes with nobody. */
export const appointActing = dated<Body>({
  verb: 'org.appoint-acting',
  schema: AppointActing,
  needs: ({ by }) => ('person' in by ? [{ read: streamName('person', by.person) }] : []),
  standing(given, { post, by }) {
    const found = given.org.context.posts.find(({ id }) => id === post);
    return found ? (nobody(given, by) ?? barredFrom(given, found, by)) : unknownPost(given, post);
  },
  effect(given, { post, by, until: last, document = null }, from) {
    const found = given.org.context.posts.find(({ id }) => id === post);
    const refusal = found ? unfit(given, found, by) : unknownPost(given, post);
    if (refusal) return refuse(refusal);
    const until = last === undefined ? null : endOfDay(last);
    if (until !== null && until <= from) return refuse(endsBefore(from, until));
    return facts(given, { type: 'ActingAppointed', data: { post, by, from, until, document } });
  },
});

const unfit = (given: Given, post: Post, by: ActingBy): Refusal | null =>
  notVacant(given, post) ?? nobody(given, by) ?? barredFrom(given, post, by);

/** 三员分立, and a post whose department has ended: its work is the heir's. */
function barredFrom(given: Given, post: Post, by: ActingBy): Refusal | null {
  const { posts, dissolved } = given.org.context;
  if (dissolved.some(({ id }) => id === post.department))
    return notNow('org.post-abolished', '该岗位所在科室已撤销', 'The department of this post has ended', {
      post: post.id,
    });
  const person = 'person' in by ? by.person : posts.find(({ id }) => id === by.post)?.holder?.person;
  return person ? notAppointable(given, post, person) : null;
}

function notVacant(given: Given, post: Post): Refusal | null {
  if (post.holder && !given.org.context.disabled.includes(post.holder.person))
    return notNow(
      'org.post-vacant',
      `岗位“${post.title}”有人在任，不需主持`,
      `The post ${post.title} is held`,
      { post: post.id },
      { zh: '请先免去在任人员，或者由其委托办理', en: 'Vacate it first, or let its holder delegate' },
    );
  if (actingIn(given.org, post.id))
    return notNow(
      'org.acting-one',
      '该岗位已有人主持工作',
      'Somebody acts in this post already',
      { post: post.id },
      { zh: '请先结束原主持', en: 'End that first' },
    );
  return null;
}

const unknownPost = ({ org }: Given, post: string): Refusal | null =>
  org.context.posts.some(({ id }) => id === post)
    ? null
    : notNow('org.post-known', '没有这个岗位', 'There is no such post', { post });

function nobody(given: Given, by: ActingBy): Refusal | null {
  if ('post' in by) {
    const held = given.org.context.posts.find(({ id }) => id === by.post)?.holder;
    return held
      ? null
      : notNow('org.post-held', '该岗位无人在任', 'Nobody holds this post', { post: by.post });
  }
  return given.state('person', by.person)?.matches('registered')
    ? null
    : notNow('org.person-known', '没有登记这个人员', 'There is no such person', { person: by.person });
}

const endsBefore = (from: string, until: string): Refusal =>
  against('org.term-ends', '截止日期早于生效日期', 'It would end before it begins', { from, until });

const facts = (given: Given, fact: OrgFact): Decision => ({
  facts: [record(streamName('org', given.institution), fact)],
});

export const EndActing = z
  .strictObject({ post: z.uuid() })
  .meta({ id: 'EndActing', description: '结束主持工作 · ends that somebody acts in a post' });

export const endActing: Command<'org', z.infer<typeof EndActing>> = {
  verb: 'org.end-acting',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { post }) {
    const refusal = byAppointment(given, post);
    if (refusal) return refuse(refusal);
    const ended = endingActing(given, post, given.now, 'revoked');
    if (ended.length === 0)
      return refuse(notNow('org.acting-none', '该岗位无人主持工作', 'Nobody acts in this post', { post }));
    return { facts: ended };
  },
};
