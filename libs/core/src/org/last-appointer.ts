import type { CapacityKind } from '../capacity.ts';
import type { Given } from '../decider.ts';
import { against, type Refusal } from '../refusal.ts';
import { actingIn, actingPerson } from './acting.ts';
import type { OrgState, Post } from './org.ts';

const APPOINTS: readonly CapacityKind[] = ['administrator', 'security-administrator'];

/** Whoever holds a post, or acts in it while it waits; null while nobody does. */
function inPost(org: OrgState, { id, holder }: Post): string | null {
  const acting = actingIn(org, id);
  return (acting && actingPerson(org, acting)) ?? holder?.person ?? null;
}

/**
 * 至少一人可以任免: once nobody could fill posts any more, nobody could ever put that right. `goes` says who, or what
 * post, is to be gone.
 */
export function lastAppointer({ org }: Given, goes: (post: Post, person: string) => boolean): Refusal | null {
  const appointing = org.context.posts.flatMap((post) => {
    const person = APPOINTS.includes(post.as) ? inPost(org, post) : null;
    return person === null || org.context.disabled.includes(person) ? [] : [goes(post, person)];
  });
  if (!appointing.includes(true) || appointing.includes(false)) return null;
  return against(
    'org.last-administrator',
    '这是最后一名可以办理任免的系统管理员（安全管理员），之后将无人可以任免',
    'Nobody else could fill posts any more',
    {},
    { zh: '请先任命另一名系统管理员或者安全管理员', en: 'Appoint another administrator first' },
  );
}
