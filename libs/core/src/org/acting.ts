import type { OrgState } from './org.ts';

/** 主持工作: who does the work of a vacant post, by the post held or as a person. */
export type ActingBy = { readonly post: string } | { readonly person: string };

/** A time of 主持工作; `ended` is null while it lasts. */
export interface Acting {
  readonly post: string;
  readonly by: ActingBy;
  readonly from: string;
  /** The law time at which it ends by itself; null: when somebody is appointed. */
  readonly until: string | null;
  readonly ended: string | null;
}
export type ActingEnd = 'filled' | 'revoked' | 'expired' | 'department-ended';
export type ActingFact =
  | {
      readonly type: 'ActingAppointed';
      readonly data: {
        post: string;
        by: ActingBy;
        from: string;
        until: string | null;
        document: string | null;
      };
    }
  | { readonly type: 'ActingEnded'; readonly data: { post: string; until: string; reason: ActingEnd } };

export const withActing = (
  actings: readonly Acting[],
  { post, by, from, until }: Extract<ActingFact, { type: 'ActingAppointed' }>['data'],
): readonly Acting[] => [...actings, { post, by, from, until, ended: null }];

export const withoutActing = (
  actings: readonly Acting[],
  { post, until }: Extract<ActingFact, { type: 'ActingEnded' }>['data'],
): readonly Acting[] =>
  actings.map((acting) =>
    acting.post === post && acting.ended === null ? { ...acting, ended: until } : acting,
  );

/** The 主持工作 of a post that lasts now. */
export const actingIn = ({ context }: OrgState, post: string): Acting | undefined =>
  context.actings.find((acting) => acting.post === post && acting.ended === null);

/** Who does the work of a vacant post now, whichever post that person holds; null while nobody does. */
export function actingPerson(org: OrgState, { by }: Acting): string | null {
  if ('person' in by) return by.person;
  return org.context.posts.find(({ id }) => id === by.post)?.holder?.person ?? null;
}
