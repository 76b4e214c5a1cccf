import { z } from 'zod';
import { isOffice } from '../capacity.ts';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { endingAides, type Aide, type AideFact } from './aide.ts';
import type { Post } from './org.ts';

export const NameAide = z
  .strictObject({
    leader: z.uuid().meta({ description: '院领导的岗位 · the leader’s post' }),
    post: z.uuid().meta({ description: '秘书的岗位 · the post of the secretary' }),
  })
  .meta({ id: 'NameAide', description: '登记院领导秘书 · names the secretary of a leader' });
type Body = z.infer<typeof NameAide>;

/**
 * 登记秘书: may enter what the leader signed on paper (代录签批), and nothing else of the leader's. Named by the leader it
 * stands at once; entered by the office it waits for the leader's word.
 */
export const nameAide: Command<'org', Body> = {
  verb: 'org.name-aide',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, body) {
    const refusal = notOwn(given, body) ?? unfit(given, body);
    if (refusal) return refuse(refusal);
    const aide = given.id('aide');
    const { person: by, post } = given.actor;
    const entered = factOf(given, { type: 'AideNamed', data: { aide, ...body, by } });
    if (post !== body.leader) return { facts: [entered] };
    return { facts: [entered, factOf(given, { type: 'AideConfirmed', data: { aide, by, post } })] };
  },
};

const factOf = ({ institution }: Given, fact: AideFact): Recorded =>
  record(streamName('org', institution), fact);

const postOf = ({ org }: Given, id: string): Post | undefined =>
  org.context.posts.find((post) => post.id === id);

const notOwn = ({ actor }: Given, { leader }: Body): Refusal | null =>
  isOffice(actor) || actor.post === leader
    ? null
    : against(
        'aide.own',
        '院领导只能登记本人的秘书',
        'A leader names a secretary of their own alone',
        { leader },
        { zh: '请该院领导本人或者规划办登记', en: 'Ask that leader, or the office' },
      );

const unfit = (given: Given, body: Body): Refusal | null =>
  unserved(given, body) ?? notServing(given, body) ?? named(given, body);

function unserved(given: Given, { leader }: Body): Refusal | null {
  const served = postOf(given, leader);
  if (served?.as !== 'leader')
    return against(
      'aide.leader',
      '只能为院领导岗位登记秘书',
      'Only a leader’s post has a secretary',
      { leader },
      { zh: '请选择院领导的岗位', en: 'Choose a leader’s post' },
    );
  return served.holder ? null : vacant(leader);
}

function notServing(given: Given, { leader, post }: Body): Refusal | null {
  const holder = postOf(given, post)?.holder;
  if (!holder) return vacant(post);
  if (holder.person !== postOf(given, leader)?.holder?.person) return null;
  return against(
    'aide.other',
    '秘书不能是院领导本人',
    'The secretary is another person than the leader',
    { post },
    { zh: '请选择另一人的岗位', en: 'Choose the post of another person' },
  );
}

const vacant = (post: string): Refusal =>
  notNow(
    'org.post-held',
    '该岗位无人在任',
    'Nobody holds this post',
    { post },
    { zh: '请先任职，或者另选岗位', en: 'Fill it first, or choose another post' },
  );

function named({ org }: Given, { leader, post }: Body): Refusal | null {
  const same = org.context.aides.find((each) => each.leader === leader && each.post === post);
  if (!same) return null;
  return notNow(
    'aide.new',
    '该岗位已登记为这位院领导的秘书',
    'This post is named already',
    { aide: same.aide, status: same.status },
    same.status === 'waiting'
      ? { zh: '请该院领导在待办事项中确认', en: 'Ask the leader to confirm it' }
      : {
          zh: '无需再次登记；改由他人担任的，请选择另一岗位',
          en: 'Nothing is left to do, or choose another post',
        },
  );
}

export const ConfirmAide = z
  .strictObject({
    aide: z.uuid(),
    agree: z.boolean().meta({ description: '确认，或者不确认 · confirms it, or does not' }),
  })
  .meta({ id: 'ConfirmAide', description: '确认院领导秘书 · confirms the secretary of a leader' });

/** 确认: by the leader; where the leader is away, by the director of the office, if others entered it and serve. */
export const confirmAide: Command<'org', z.infer<typeof ConfirmAide>> = {
  verb: 'org.confirm-aide',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { aide, agree }) {
    const found = aideIn(given, aide);
    if (found?.status !== 'waiting') return unknown(aide, found);
    const { person: by, post } = given.actor;
    if (!confirms(given, found)) return refuse(notSecond(found));
    if (!agree) return { facts: endingAides(given, (each) => each === found, given.now, 'declined') };
    return { facts: [factOf(given, { type: 'AideConfirmed', data: { aide, by, post } })] };
  },
};

const aideIn = ({ org }: Given, aide: string): Aide | undefined =>
  org.context.aides.find((each) => each.aide === aide);

/** The director stands in for the leader, but neither for what they entered nor for a post of their own. */
function confirms(given: Given, { leader, post, by }: Aide): boolean {
  const { actor } = given;
  if (actor.post === leader) return true;
  const isOwn = actor.post === post || actor.person === postOf(given, post)?.holder?.person;
  return actor.as === 'office-director' && actor.person !== by && !isOwn;
}

const notSecond = ({ aide, leader }: Aide): Refusal =>
  against(
    'aide.second-person',
    '登记的秘书由该院领导本人确认，或者由规划办主任确认；本人登记的、本人担任的，规划办主任不能确认',
    'The leader confirms it, or the director of the office where another person entered it and is to serve',
    { aide, leader },
    { zh: '请该院领导在待办事项中确认', en: 'Ask the leader to confirm it' },
  );

const unknown = (aide: string, found: Aide | undefined): Decision =>
  refuse(
    notNow(
      'aide.known',
      '没有待办理的这项秘书登记，或已解除',
      'There is no such secretary to decide on',
      { aide, status: found?.status ?? 'absent' },
      { zh: '请在组织机构中查看现有的秘书登记', en: 'Look at the secretaries as they stand now' },
    ),
  );

export const EndAide = z
  .strictObject({ aide: z.uuid() })
  .meta({ id: 'EndAide', description: '解除院领导秘书登记 · ends that a post is a leader’s secretary' });

/** 解除: by the leader, the office, an administrator, or the secretary. */
export const endAide: Command<'org', z.infer<typeof EndAide>> = {
  verb: 'org.end-aide',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { aide }) {
    const found = aideIn(given, aide);
    if (!found || !ends(given, found)) return unknown(aide, found);
    const reason = given.actor.post === found.post ? 'returned' : 'revoked';
    return { facts: endingAides(given, (each) => each === found, given.now, reason) };
  },
};

const ends = ({ actor }: Given, { leader, post }: Aide): boolean =>
  isOffice(actor) || actor.as === 'administrator' || actor.post === leader || actor.post === post;
