import { CAPACITY_WORDS, ROLE_WORDS, wordsOf } from '@mouding/contract';
import type { OrgState } from '@mouding/core';

/** A holder (see rows.ts of core) in words, e.g. `department-head@…` → 财务科科室负责人. Never a person's name. */
export function holderWords(org: OrgState, holder: string): string {
  const { departments, posts, bodies } = org.context;
  if (holder.startsWith('post:')) return posts.find(({ id }) => `post:${id}` === holder)?.title ?? holder;
  if (holder.startsWith('person:')) return personWords(posts, holder);
  const [what = '', where] = holder.split('@');
  if (where === undefined) return wordsOf(CAPACITY_WORDS, what).zh;
  const department = departments.find(({ id }) => id === where);
  return department ? `${department.name}负责人` : seatWords(bodies, what, where);
}

/** By the post that the person holds now, the first of several. */
const personWords = (posts: OrgState['context']['posts'], holder: string): string =>
  posts.find((post) => `person:${post.holder?.person}` === holder)?.title ?? '已离任人员';

function seatWords(bodies: OrgState['context']['bodies'], role: string, where: string): string {
  const body = bodies.find(({ key, id }) => key === where || id === where);
  return `${body?.name ?? where}${wordsOf(ROLE_WORDS, role).zh}`;
}
