import { assign, setup, type SnapshotFrom } from 'xstate';
import type { CapacityKind } from '../capacity.ts';
import type { Rows } from '../rows.ts';
import type { Fact } from '../stream.ts';
import { SECURITY, type Security } from './security.ts';

/** functional 职能科室 · clinical 临床（医技）科室 · organisation 群团组织 */
export type DepartmentKind = 'functional' | 'clinical' | 'organisation';
/** chair 主持人 · deputy 副职（受托主持）· member 成员 · secretary 会议秘书（无表决权） */
export type SeatRole = 'chair' | 'deputy' | 'member' | 'secretary' | 'teller' | 'scrutineer';

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly kind: DepartmentKind;
}
export interface Post {
  readonly id: string;
  readonly title: string;
  readonly as: CapacityKind;
  readonly department: string | null;
  /** The holder, with the law time from which; null is a vacancy. */
  readonly holder: { readonly person: string; readonly from: string } | null;
}
/** Somebody who held a post once: from one law time, and no longer at the other. */
export interface PastHolder {
  readonly post: string;
  readonly person: string;
  readonly from: string;
  readonly until: string;
}
export interface Body {
  readonly id: string;
  /** The name by which procedures know it, e.g. `party-committee`. */
  readonly key: string;
  readonly name: string;
  readonly seats: readonly { readonly post: string; readonly role: SeatRole }[];
}

export type OrgFact =
  | Fact<
      'InstitutionFounded',
      { name: string; code: string; kind: 'unit' | 'authority'; mode: 'live' | 'rehearsal' }
    >
  | Fact<'DepartmentCreated', { department: string; name: string; kind: DepartmentKind }>
  | Fact<'PostCreated', { post: string; title: string; as: CapacityKind; department: string | null }>
  | Fact<'PostFilled', { post: string; person: string; from: string }>
  | Fact<'PostVacated', { post: string; person: string; until: string }>
  | Fact<'BodyFormed', { body: string; key: string; name: string; seats: { post: string; role: SeatRole }[] }>
  | Fact<'SecuritySet', { -readonly [K in keyof Security]: Security[K] }>
  | Fact<'ClockMoved', { from: string; to: string }>;

interface Context {
  readonly name: string;
  readonly code: string;
  readonly kind: 'unit' | 'authority';
  readonly mode: 'live' | 'rehearsal';
  readonly departments: readonly Department[];
  readonly posts: readonly Post[];
  /** Former holders of posts, in the order in which they left. */
  readonly past: readonly PastHolder[];
  readonly bodies: readonly Body[];
  readonly security: Security;
}

const nothing: Context = {
  name: '',
  code: '',
  kind: 'unit',
  mode: 'live',
  departments: [],
  posts: [],
  past: [],
  bodies: [],
  security: SECURITY,
};

/** Another holder, or nobody, from then on; whoever held the post until then is remembered. */
function refill(
  { posts, past }: Context,
  id: string,
  { holder, from: until }: { readonly holder: Post['holder']; readonly from: string },
): Pick<Context, 'posts' | 'past'> {
  const former = posts.find((post) => post.id === id)?.holder;
  return {
    posts: posts.map((post) => (post.id === id ? { ...post, holder } : post)),
    past: former ? [...past, { post: id, ...former, until }] : past,
  };
}

export const orgMachine = setup({
  types: { context: {} as Context, events: {} as OrgFact },
  guards: { rehearsal: ({ context }) => context.mode === 'rehearsal' },
}).createMachine({
  id: 'org',
  context: nothing,
  initial: 'absent',
  states: {
    absent: {
      on: { InstitutionFounded: { target: 'founded', actions: assign(({ event }) => ({ ...event.data })) } },
    },
    founded: {
      on: {
        DepartmentCreated: {
          actions: assign(({ context, event: { data } }) => ({
            departments: [...context.departments, { id: data.department, name: data.name, kind: data.kind }],
          })),
        },
        PostCreated: {
          actions: assign(({ context, event: { data } }) => ({
            posts: [
              ...context.posts,
              { id: data.post, title: data.title, as: data.as, department: data.department, holder: null },
            ],
          })),
        },
        PostFilled: {
          actions: assign(({ context, event: { data } }) =>
            refill(context, data.post, {
              holder: { person: data.person, from: data.from },
              from: data.from,
            }),
          ),
        },
        PostVacated: {
          actions: assign(({ context, event: { data } }) =>
            refill(context, data.post, { holder: null, from: data.until }),
          ),
        },
        BodyFormed: {
          actions: assign(({ context, event: { data } }) => ({
            bodies: [
              ...context.bodies.filter((body) => body.key !== data.key),
              { id: data.body, key: data.key, name: data.name, seats: data.seats },
            ],
          })),
        },
        SecuritySet: { actions: assign(({ event }) => ({ security: event.data })) },
        ClockMoved: { guard: 'rehearsal', target: 'founded' },
      },
    },
  },
});

export type OrgState = SnapshotFrom<typeof orgMachine>;

export const orgRows = (): Rows => ({ item: null, obligations: [] });

/** Names of departments, in the order in which they were created; for what a refusal or a notice says. */
export const departmentNames = ({ context }: OrgState, ids: readonly string[]): readonly string[] =>
  context.departments.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
