import { z } from 'zod';
import { Day, endOfDay } from '../calendar.ts';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { endingAides } from './aide.ts';
import { endingActing } from './appoint-acting.ts';
import { DATED, dated } from './dated.ts';
import { endingDelegations } from './delegation.ts';
import { lastAppointer } from './last-appointer.ts';
import type { OrgFact, Post } from './org.ts';
import { blocked, byAppointment, grantingOf, separationOf } from './security.ts';

/** Why somebody holds a post no longer; absent for 免职 by an act. */
export type VacatedBy = 'term' | 'department-ended';

const onOrg = (given: Given, fact: OrgFact): Recorded => record(streamName('org', given.institution), fact);

const postOf = ({ org }: Given, id: string): Post | undefined =>
  org.context.posts.find((post) => post.id === id);

const unknown = (post: string): Refusal =>
  notNow('org.post-known', '没有这个岗位', 'There is no such post', { post });

export const FillPost = z
  .strictObject({
    post: z.uuid(),
    person: z.uuid(),
    until: Day.optional().meta({ description: '任期届满日（含当日） · the last day of the term' }),
    ...DATED,
  })
  .meta({ id: 'FillPost', description: '任职 · puts a person into a post' });
type Filling = z.infer<typeof FillPost>;

/** 任职. Whoever acted in the post does so no longer; what is open moves with the post. */
export const fillPost = dated<Filling>({
  verb: 'org.fill-post',
  schema: FillPost,
  needs: ({ person }) => [{ read: streamName('person', person) }],
  standing(given, { post, person }) {
    const found = postOf(given, post);
    if (!found) return unknown(post);
    return unregistered(given, person) ?? blocked(given, separationOf(given, found, person)) ?? null;
  },
  effect(given, body, from) {
    const { post, person, until, document } = body;
    const found = postOf(given, post);
    const refusal = found ? unfit(given, found, body, from) : unknown(post);
    if (!found || refusal) return refuse(refusal ?? unknown(post));
    const broken = separationOf(given, found, person);
    const stands = blocked(given, broken);
    if (stands) return refuse(stands);
    const data = { post, person, from, ...(document === undefined ? {} : { document }) };
    return {
      facts: [
        ...endingActing(given, post, from, 'filled'),
        onOrg(given, { type: 'PostFilled', data }),
        ...(until === undefined ? [] : [term(given, post, endOfDay(until), document)]),
      ],
      notices: broken,
    };
  },
});

const term = (given: Given, post: string, until: string, document: string | undefined): Recorded =>
  onOrg(given, { type: 'TermSet', data: { post, until, document: document ?? null } });

function unfit(given: Given, found: Post, { person, until }: Filling, from: string): Refusal | null {
  if (found.holder)
    return notNow(
      'org.post-vacant',
      `岗位“${found.title}”有人在任，请先免去`,
      `The post ${found.title} is held; vacate it first`,
      { post: found.id },
    );
  if (given.org.context.dissolved.some(({ id }) => id === found.department))
    return notNow('org.post-abolished', '该岗位所在科室已撤销', 'The department of this post has ended', {
      post: found.id,
    });
  const overlaps = given.org.context.past.find((past) => past.post === found.id && past.until > from);
  if (overlaps) return heldThen(found.id, from, overlaps.until);
  if (until !== undefined && endOfDay(until) <= from)
    return against('org.term-ends', '任期届满日早于任职日期', 'The term would end before it begins', {
      from,
      until,
    });
  return unregistered(given, person);
}

const heldThen = (post: string, at: string, until: string): Refusal =>
  notNow(
    'org.held-then',
    '所述日期该岗位由他人在任，任职时间不能重叠',
    'Somebody else held the post on that day; terms do not overlap',
    { post, at, until },
    { zh: '请核对生效日期', en: 'Check the day' },
  );

const unregistered = (given: Given, person: string): Refusal | null =>
  given.state('person', person)?.matches('registered')
    ? null
    : notNow('org.person-known', '没有登记这个人员', 'There is no such person', { person });

export const VacatePost = z
  .strictObject({ post: z.uuid(), ...DATED })
  .meta({ id: 'VacatePost', description: '免职 · ends a person’s holding of a post' });

/** 免职. What the holder delegated in this post ends with it; what is open waits for the post. */
export const vacatePost = dated<z.infer<typeof VacatePost>>({
  verb: 'org.vacate-post',
  schema: VacatePost,
  needs: () => [],
  standing: (given, { post }) => (postOf(given, post) ? byAppointment(given, post) : unknown(post)),
  effect(given, { post, document }, until) {
    const found = postOf(given, post);
    if (!found?.holder)
      return refuse(notNow('org.post-held', '该岗位无人在任', 'Nobody holds this post', { post }));
    if (until < found.holder.from) return refuse(heldThen(post, until, found.holder.from));
    const broken = grantingOf(given, found);
    const stands = blocked(given, broken) ?? lastAppointer(given, ({ id }) => id === post);
    if (stands) return refuse(stands);
    const extra = document === undefined ? {} : { document };
    return { facts: vacating(given, found, until, extra), notices: [...broken, ...seatsLeft(given, post)] };
  },
});

/** The facts with which a holder leaves a post. */
export function vacating(
  given: Given,
  { id: post, holder }: Post,
  until: string,
  extra: { readonly reason?: VacatedBy; readonly document?: string } = {},
): readonly Recorded[] {
  if (!holder) return [];
  const { person } = holder;
  return [
    ...endingDelegations(given, (each) => each.post === post && each.delegator === person, until, 'left'),
    ...endingAides(given, (each) => each.leader === post || each.post === post, until, 'left'),
    onOrg(given, { type: 'PostVacated', data: { post, person, until, ...extra } }),
  ];
}

/** Seats that nobody takes now. */
function seatsLeft({ org }: Given, post: string): readonly Notice[] {
  const bodies = org.context.bodies.filter(({ seats }) => seats.some((seat) => seat.post === post));
  if (bodies.length === 0) return [];
  return [
    {
      rule: 'org.seat-vacant',
      said: {
        zh: `该岗位在${bodies.map(({ name }) => name).join('、')}的席位空缺`,
        en: 'Seats of bodies are vacant with this post',
      },
      facts: { post, bodies: bodies.map(({ key }) => key) },
    },
  ];
}

export const RenewTerm = z
  .strictObject({ post: z.uuid(), until: Day, document: z.string().trim().min(1).max(80).optional() })
  .meta({ id: 'RenewTerm', description: '续任（设定任期） · sets or renews the term of a post’s holder' });

/** 续任: the term ends on another day; without it the clock vacates the post when the term is over. */
export const renewTerm: Command<'org', z.infer<typeof RenewTerm>> = {
  verb: 'org.renew-term',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { post, until, document }): Decision {
    const found = postOf(given, post);
    if (!found?.holder)
      return refuse(notNow('org.post-held', '该岗位无人在任', 'Nobody holds this post', { post }));
    const refusal = byAppointment(given, post);
    if (refusal) return refuse(refusal);
    if (endOfDay(until) <= given.now)
      return refuse(
        against('org.term-ends', '任期届满日不能早于今日', 'A term ends today at the earliest', {
          post,
          until,
        }),
      );
    return { facts: [term(given, post, endOfDay(until), document)] };
  },
};
