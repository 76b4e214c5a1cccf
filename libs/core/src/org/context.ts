import type { Acting } from './acting.ts';
import type { Aide } from './aide.ts';
import type { AuditLetter } from './audit-letter.ts';
import type { Lapsed, Planned, PlannedFact } from './dated.ts';
import type { Delegation } from './delegation.ts';
import type { Departments } from './departments.ts';
import type { Arranged } from './holidays.ts';
import type { Body, OrgFact, PastHolder, Post } from './org.ts';
import { SECURITY, type Security } from './security.ts';
import { NO_TROUBLE, type TreeLog } from './tree-log.ts';

/** What an institution is made of. */
export interface Context extends Arranged, Departments {
  readonly name: string;
  readonly code: string;
  readonly kind: 'unit' | 'authority';
  readonly mode: 'live' | 'rehearsal';
  readonly posts: readonly Post[];
  /** Former holders of posts, in the order in which they left. */
  readonly past: readonly PastHolder[];
  /** 主持工作, also what has ended. */
  readonly actings: readonly Acting[];
  /** 院领导秘书, named or confirmed. */
  readonly aides: readonly Aide[];
  /** What lasts; those that ended stay in `ended` while their delegator has not seen what was done. */
  readonly delegations: readonly Delegation[];
  readonly ended: readonly Delegation[];
  /** Dated acts that have not taken effect, and those that came to nothing on their day. */
  readonly planned: readonly Planned[];
  readonly lapsed: readonly Lapsed[];
  /** Holders of posts whose accounts are out of use. */
  readonly disabled: readonly string[];
  readonly bodies: readonly Body[];
  readonly security: Security;
  /** 调阅函, also those that ended. */
  readonly letters: readonly AuditLetter[];
  /** 记录树: declarations of another one, and why checkpoints do not come out. */
  readonly treeLog: TreeLog;
  /** The last move of a rehearsal's clock: what fell due on the way was nobody's delay. */
  readonly moved: { readonly from: string; readonly to: string } | null;
}

export const nothing: Context = {
  name: '',
  code: '',
  kind: 'unit',
  mode: 'live',
  departments: [],
  dissolved: [],
  posts: [],
  past: [],
  actings: [],
  aides: [],
  delegations: [],
  ended: [],
  planned: [],
  lapsed: [],
  disabled: [],
  bodies: [],
  security: SECURITY,
  letters: [],
  treeLog: NO_TROUBLE,
  holidays: [],
  arranged: 0,
  moved: null,
};

/** Another holder, or nobody, from then on; whoever held the post until then is remembered. */
export function refill(
  { posts, past }: Context,
  id: string,
  { holder, from: until }: { readonly holder: Post['holder']; readonly from: string },
): Pick<Context, 'posts' | 'past'> {
  const former = posts.find((post) => post.id === id)?.holder;
  return {
    posts: posts.map((post) => (post.id === id ? { ...post, holder } : post)),
    past: former ? [...past, { post: id, person: former.person, from: former.from, until }] : past,
  };
}

/** The term of whoever holds the post. */
export const withTerm = (
  posts: readonly Post[],
  { post, until }: { readonly post: string; readonly until: string },
) =>
  posts.map((each) =>
    each.id === post && each.holder ? { ...each, holder: { ...each.holder, term: until } } : each,
  );

type DataOf<T extends OrgFact['type']> = Extract<OrgFact, { type: T }>['data'];

/** A post in another department. */
export const withDepartment = (
  posts: readonly Post[],
  { post, department }: DataOf<'PostMoved'>,
): readonly Post[] => posts.map((each) => (each.id === post ? { ...each, department } : each));

/** A body as it is formed now, in the place of what it was. */
export const withBody = (
  bodies: readonly Body[],
  { body: id, key, name, seats }: DataOf<'BodyFormed'>,
): readonly Body[] => [...bodies.filter((body) => body.key !== key), { id, key, name, seats }];

/** What was done under a delegation that ended is still shown to whoever delegated, until it was seen. */
export function withoutDelegation(
  { delegations, ended }: Context,
  delegation: string,
): Pick<Context, 'delegations' | 'ended'> {
  const over = delegations.filter((each) => each.delegation === delegation && each.unseen.length > 0);
  return {
    delegations: delegations.filter((each) => each.delegation !== delegation),
    ended: [...ended, ...over],
  };
}

/** What was done under a delegation was seen. */
export const seen = (
  { delegations, ended }: Context,
  delegation: string,
): Pick<Context, 'delegations' | 'ended'> => ({
  delegations: delegations.map((each) => (each.delegation === delegation ? { ...each, unseen: [] } : each)),
  ended: ended.filter((each) => each.delegation !== delegation),
});

/** An act that was planned came to nothing on its day. */
export const withLapsed = (
  { planned, lapsed }: Context,
  { act: which, rule, said }: Extract<PlannedFact, { type: 'PlannedActLapsed' }>['data'],
): Pick<Context, 'lapsed'> => ({
  lapsed: [...lapsed, ...planned.filter(({ act }) => act === which).map((each) => ({ ...each, rule, said }))],
});

/** What came to nothing was seen. */
export const withoutLapsed = ({ lapsed }: Context, which: string): Pick<Context, 'lapsed'> => ({
  lapsed: lapsed.filter(({ act }) => act !== which),
});
