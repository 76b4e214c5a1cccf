import { assign, setup, type SnapshotFrom } from 'xstate';
import type { CapacityKind } from '../capacity.ts';
import { effects } from '../effects.ts';
import type { Fact } from '../stream.ts';
import { isOfAide, withAide, type AideFact } from './aide.ts';
import { withActing, withoutActing, type ActingFact } from './acting.ts';
import { dueLetter, isOfLetter, settledLetter, withLetter, type AuditFact } from './audit-letter.ts';
import {
  nothing,
  refill,
  seen,
  withBody,
  withDepartment,
  withLapsed,
  withoutDelegation,
  withoutLapsed,
  withTerm,
  type Context,
} from './context.ts';
import type { PlannedFact } from './dated.ts';
import { withDelegation, withUnseen, type DelegationFact } from './delegation.ts';
import { created, dissolved, renamed, type DepartmentFact } from './departments.ts';
import { withHolidays, type Holidays } from './holidays.ts';
import type { VacatedBy } from './posts.ts';
import { SECURITY, type Security } from './security.ts';
import { isOfTreeLog, withTreeLog, type TreeLogFact } from './tree-log.ts';

/** chair 主持人 · deputy 副职（受托主持）· member 成员 · secretary 会议秘书（无表决权） */
export type SeatRole = 'chair' | 'deputy' | 'member' | 'secretary' | 'teller' | 'scrutineer';

export interface Post {
  readonly id: string;
  readonly title: string;
  readonly as: CapacityKind;
  readonly department: string | null;
  /** The holder, with the law time from which, and at which the term ends; null is a vacancy. */
  readonly holder: { readonly person: string; readonly from: string; readonly term: string | null } | null;
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
  | DepartmentFact
  | ActingFact
  | AideFact
  | AuditFact
  | TreeLogFact
  | DelegationFact
  | PlannedFact
  | Fact<'PostCreated', { post: string; title: string; as: CapacityKind; department: string | null }>
  | Fact<'PostFilled', { post: string; person: string; from: string; document?: string }>
  | Fact<
      'PostVacated',
      { post: string; person: string; until: string; reason?: VacatedBy; document?: string }
    >
  /** 任期: at this law time the clock vacates the post, unless it is renewed. */
  | Fact<'TermSet', { post: string; until: string; document: string | null }>
  /** An account of a holder is out of use: nothing goes to it, and the post waits. */
  | Fact<'HolderDisabled', { person: string }>
  | Fact<'HolderEnabled', { person: string }>
  | Fact<'BodyFormed', { body: string; key: string; name: string; seats: { post: string; role: SeatRole }[] }>
  | Fact<'SecuritySet', { -readonly [K in keyof Security]: Security[K] }>
  /** 节假日安排: of a year, by the State Council or of the house. */
  | Fact<'HolidaysSet', Holidays>
  | Fact<'ClockMoved', { from: string; to: string }>;

const FALLS_DUE = { verb: 'org.fall-due' } as const;

const actOf = (event: OrgFact): string => ('act' in event.data ? event.data.act : '');

const settledAct = {
  type: 'settle' as const,
  params: ({ event }: { readonly event: OrgFact }) => ({ name: `act:${actOf(event)}` }),
};

export const orgMachine = setup({
  types: { context: {} as Context, events: {} as OrgFact },
  guards: {
    rehearsal: ({ context }) => context.mode === 'rehearsal',
    openEnded: ({ event }) => event.type === 'ActingAppointed' && event.data.until === null,
    secondPerson: ({ event }) => event.type === 'ActPlanned' && event.data.waits === 'second-person',
  },
  actions: {
    ...effects,
    acting: assign(({ context, event }) =>
      event.type === 'ActingAppointed' ? { actings: withActing(context.actings, event.data) } : {},
    ),
    planned: assign(({ context, event }) =>
      event.type === 'ActPlanned' ? { planned: [...context.planned, event.data] } : {},
    ),
    letter: assign(({ context, event }) =>
      isOfLetter(event) ? { letters: withLetter(context.letters, event) } : {},
    ),
    aide: assign(({ context, event }) => (isOfAide(event) ? { aides: withAide(context.aides, event) } : {})),
    treeLog: assign(({ context, event }) =>
      isOfTreeLog(event) ? { treeLog: withTreeLog(context.treeLog, event) } : {},
    ),
    unplanned: assign(({ context, event }) => ({
      planned: context.planned.filter(({ act }) => act !== actOf(event)),
    })),
  },
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
        DepartmentCreated: { actions: assign(({ context, event }) => created(context, event.data)) },
        DepartmentRenamed: { actions: assign(({ context, event }) => renamed(context, event.data)) },
        DepartmentsMerged: {
          actions: assign(({ context, event: { data } }) =>
            dissolved(context, data.departments, { by: 'merged', heir: data.heir, ended: data.from }),
          ),
        },
        DepartmentSplit: {
          actions: assign(({ context, event: { data } }) =>
            dissolved(context, [data.department], { by: 'split', heir: data.main, ended: data.from }),
          ),
        },
        DepartmentClosed: {
          actions: assign(({ context, event: { data } }) =>
            dissolved(context, [data.department], { by: 'closed', heir: data.heir, ended: data.from }),
          ),
        },
        PostMoved: {
          actions: assign(({ context, event }) => ({ posts: withDepartment(context.posts, event.data) })),
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
              holder: { person: data.person, from: data.from, term: null },
              from: data.from,
            }),
          ),
        },
        PostVacated: {
          actions: [
            assign(({ context, event: { data } }) =>
              refill(context, data.post, { holder: null, from: data.until }),
            ),
            { type: 'settle', params: ({ event }) => ({ name: `term:${event.data.post}` }) },
          ],
        },
        TermSet: {
          actions: [
            assign(({ context, event: { data } }) => ({ posts: withTerm(context.posts, data) })),
            {
              type: 'deadline',
              params: ({ event: { data } }) => ({ ...FALLS_DUE, name: `term:${data.post}`, due: data.until }),
            },
          ],
        },
        ActingAppointed: [
          { guard: 'openEnded', actions: 'acting' },
          {
            actions: [
              'acting',
              {
                type: 'deadline',
                params: ({ event: { data } }) => ({
                  ...FALLS_DUE,
                  name: `acting:${data.post}`,
                  due: data.until ?? data.from,
                }),
              },
            ],
          },
        ],
        ActingEnded: {
          actions: [
            assign(({ context, event }) => ({ actings: withoutActing(context.actings, event.data) })),
            { type: 'settle', params: ({ event }) => ({ name: `acting:${event.data.post}` }) },
          ],
        },
        DelegationGranted: {
          actions: [
            assign(({ context, event }) => ({
              delegations: withDelegation(context.delegations, event.data),
            })),
            {
              type: 'deadline',
              params: ({ event: { data } }) => ({
                ...FALLS_DUE,
                name: `delegation:${data.delegation}`,
                due: data.until,
              }),
            },
          ],
        },
        DelegationEnded: {
          actions: [
            assign(({ context, event }) => withoutDelegation(context, event.data.delegation)),
            { type: 'settle', params: ({ event }) => ({ name: `delegation:${event.data.delegation}` }) },
          ],
        },
        DelegatedActDone: {
          actions: assign(({ context, event }) => ({
            delegations: withUnseen(context.delegations, event.data),
          })),
        },
        DelegatedActsSeen: { actions: assign(({ context, event }) => seen(context, event.data.delegation)) },
        ActPlanned: [
          { guard: 'secondPerson', actions: 'planned' },
          {
            actions: [
              'planned',
              {
                type: 'deadline',
                params: ({ event: { data } }) => ({ ...FALLS_DUE, name: `act:${data.act}`, due: data.at }),
              },
            ],
          },
        ],
        PlannedActCarriedOut: { actions: ['unplanned', settledAct] },
        PlannedActWithdrawn: {
          actions: [
            'unplanned',
            assign(({ context, event: { data } }) => withoutLapsed(context, data.act)),
            settledAct,
          ],
        },
        PlannedActLapsed: {
          actions: [
            assign(({ context, event: { data } }) => withLapsed(context, data)),
            'unplanned',
            settledAct,
          ],
        },
        HolderDisabled: {
          actions: assign(({ context, event }) => ({ disabled: [...context.disabled, event.data.person] })),
        },
        HolderEnabled: {
          actions: assign(({ context, event }) => ({
            disabled: context.disabled.filter((person) => person !== event.data.person),
          })),
        },
        BodyFormed: {
          actions: assign(({ context, event }) => ({ bodies: withBody(context.bodies, event.data) })),
        },
        SecuritySet: { actions: assign(({ event }) => ({ security: { ...SECURITY, ...event.data } })) },
        AideNamed: { actions: 'aide' },
        AideConfirmed: { actions: 'aide' },
        AideEnded: { actions: 'aide' },
        AuditAccessProposed: { actions: ['letter', dueLetter] },
        AuditAccessApproved: { actions: 'letter' },
        AuditAccessDeclined: { actions: ['letter', settledLetter] },
        AuditAccessEnded: { actions: ['letter', settledLetter] },
        LogRestartProposed: { actions: 'treeLog' },
        LogRestartDeclined: { actions: 'treeLog' },
        LogRestarted: { actions: 'treeLog' },
        CheckpointsStopped: { actions: 'treeLog' },
        CheckpointTroubleSeen: { actions: 'treeLog' },
        CheckpointsResumed: { actions: 'treeLog' },
        HolidaysSet: {
          actions: [
            assign(({ context, event }) => withHolidays(context, event.data)),
            { type: 'send', params: { task: 'recount-dates', payload: {} } },
          ],
        },
        ClockMoved: {
          guard: 'rehearsal',
          target: 'founded',
          actions: assign(({ event }) => ({ moved: event.data })),
        },
      },
    },
  },
});

export type OrgState = SnapshotFrom<typeof orgMachine>;
