import { z } from 'zod';
import type { CapacityKind } from '../capacity.ts';
import { record, refuse, type Command, type Given } from '../decider.ts';
import { against, type Notice, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { actingIn, actingPerson } from './acting.ts';
import type { OrgState, Post } from './org.ts';

/**
 * How strict an institution is with its accounts.
 * - passwords: `asvs` at least 12 characters and none that is known to be broken; `dengbao` 等保: at least 8, of three
 *   classes, not one of the last five, renewed within 90 days, five failures lock the account for half an hour
 * - separation: what one person holding two of 三员 is: shown, or refused
 * - stepUp: whether approvals ask for a second factor at the moment of the act
 * - firstPassword: whether a password that somebody else chose must be changed at the first sign-in; null: in a live
 *   institution it must, in a rehearsal it need not
 */
export interface Security {
  readonly passwords: 'asvs' | 'dengbao';
  readonly separation: 'warn' | 'block';
  readonly stepUp: 'none' | 'approvals';
  readonly firstPassword: 'change' | 'keep' | null;
  /** How many natural days a delegation lasts at most: the institution's own rule. */
  readonly delegationDays: number;
}

/** What holds until an institution has said otherwise. */
export const SECURITY: Security = {
  passwords: 'asvs',
  separation: 'warn',
  stepUp: 'none',
  firstPassword: null,
  delegationDays: 30,
};

/** The verbs that the profile `approvals` asks a second factor for. @source GB/T 22239-2019 8.1.4.1 */
export const APPROVALS: ReadonlySet<string> = new Set([
  'chapter.sign-off',
  'meeting.vote',
  'meeting.decide',
  'ballot.confirm',
  'issue.sign',
  'dossier.answer',
  'filing.send',
  'ballot.tally',
  'case.grant-exemption',
  'case.confirm-joining',
  'record.confirm-repair',
  'manuscript.class-change',
  'condition.waive',
  'mandate.approve',
]);

/** Whether an institution asks for a second factor before this verb. */
export const asksStepUp = (org: OrgState | undefined, verb: string): boolean =>
  org?.context.security.stepUp === 'approvals' && APPROVALS.has(verb);

/** Whether a password that an administrator chose must be changed by its owner before anything else. */
export const mustChangeFirst = ({ context: { security, mode } }: OrgState): boolean =>
  security.firstPassword === null ? mode === 'live' : security.firstPassword === 'change';

type Officer = 'system' | 'security' | 'audit';

/** 三员: 系统管理员, 安全管理员, 安全审计员. Whoever audits decisions may not administer either. */
const OFFICERS: { readonly [as in CapacityKind]?: Officer } = {
  administrator: 'system',
  'security-administrator': 'security',
  'security-auditor': 'audit',
  auditor: 'audit',
};

/** The capacities of one of 三员 that a person holds and that another capacity does not go with. */
const clashing = (posts: readonly Post[], person: string, as: CapacityKind): readonly CapacityKind[] => {
  const office = OFFICERS[as];
  if (!office) return [];
  const held = posts.filter(({ holder }) => holder?.person === person).map((post) => post.as);
  return [...new Set(held.filter((other) => OFFICERS[other] && OFFICERS[other] !== office))];
};

const RULE = 'org.three-officers';

const together = (held: readonly CapacityKind[], as: CapacityKind): Notice => ({
  rule: RULE,
  said: {
    zh: '系统管理员、安全管理员、安全审计员应当由不同人员担任，三员不足三人',
    en: 'System administrator, security administrator and security auditor should be three people',
  },
  facts: { held: [...held], as },
});

const byAnother = (post: string): Notice => ({
  rule: 'org.granted-by-security-administrator',
  said: {
    zh: '任免岗位应当由安全管理员办理，系统管理员只负责建立账号和岗位',
    en: 'Posts are given and taken by the security administrator; the system administrator creates accounts and posts',
  },
  facts: { post },
});

/**
 * What stands against giving a post to a person under the separation of 三员.
 * @source GB/T 22239-2019 8.1.4.2；三员分立（互斥在授权时判定）
 */
export function separationOf(given: Given, post: Post, person: string): readonly Notice[] {
  const held = clashing(asActed(given.org), person, post.as);
  return [...(held.length > 0 ? [together(held, post.as)] : []), ...grantingOf(given, post)];
}

/** The posts with whoever acts in them as their holder: 主持工作 is an office too. */
const asActed = (org: OrgState): readonly Post[] =>
  org.context.posts.map((post) => {
    const acting = actingIn(org, post.id);
    const person = acting && actingPerson(org, acting);
    return person ? { ...post, holder: { person, from: acting.from, term: null } } : post;
  });

/** What stands against giving a post to a person, where the institution blocks it. */
export const notAppointable = (given: Given, post: Post, person: string): Refusal | null =>
  blocked(given, separationOf(given, post, person)) ?? null;

/** What stands against changing who is in a post, where the institution blocks it. */
export function byAppointment(given: Given, id: string): Refusal | null {
  const post = given.org.context.posts.find((each) => each.id === id);
  return post ? (blocked(given, grantingOf(given, post)) ?? null) : null;
}

/** Whether the system administrator gives or takes a post where a security administrator is there to do it. */
export function grantingOf({ org, actor }: Given, { id, as }: Post): readonly Notice[] {
  const { posts, security } = org.context;
  if (actor.as !== 'administrator') return [];
  const isThere = posts.some((post) => post.as === 'security-administrator' && post.holder !== null);
  // Somebody must appoint the first one.
  const first = as === 'security-administrator' && !isThere;
  return !first && (isThere || security.separation === 'block') ? [byAnother(id)] : [];
}

/** The refusal that broken rules of separation are where the institution blocks them; undefined where they only show. */
export function blocked({ org }: Given, broken: readonly Notice[]): Refusal | undefined {
  const [first] = broken;
  return first && org.context.security.separation === 'block'
    ? against(first.rule, first.said.zh, first.said.en, first.facts)
    : undefined;
}

export const SetSecurity = z
  .strictObject({
    passwords: z.enum(['asvs', 'dengbao']),
    separation: z.enum(['warn', 'block']),
    stepUp: z.enum(['none', 'approvals']),
    firstPassword: z.enum(['change', 'keep']).nullable(),
    delegationDays: z.int().min(1).max(366).default(SECURITY.delegationDays).meta({
      description: '委托办理最长天数 · the most days that a delegation lasts',
    }),
  })
  .meta({
    id: 'SetSecurity',
    description: '设置安全策略 · sets how strict the institution is with its accounts',
  });

/** 设置安全策略. Separation cannot be asked for while somebody holds two of 三员: they would hold them under the rule. */
export const setSecurity: Command<'org', z.infer<typeof SetSecurity>> = {
  verb: 'org.set-security',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, body) {
    const { posts, security } = given.org.context;
    const double = posts.find(
      ({ as, holder }) => holder !== null && clashing(posts, holder.person, as).length > 0,
    );
    if (double && body.separation === 'block')
      return refuse(
        against(
          RULE,
          '有人同时担任三员中的两员，请先免去其一',
          'Somebody holds two of the three offices; vacate one first',
          {
            post: double.id,
          },
        ),
      );
    const isThere = posts.some(({ as, holder }) => as === 'security-administrator' && holder !== null);
    if (given.actor.as === 'administrator' && isThere && security.separation === 'block')
      return refuse(
        against(
          'org.security-by-security-administrator',
          '安全策略由安全管理员设置',
          'The security administrator sets this',
        ),
      );
    return {
      facts: [record(streamName('org', given.institution), { type: 'SecuritySet', data: { ...body } })],
    };
  },
};
