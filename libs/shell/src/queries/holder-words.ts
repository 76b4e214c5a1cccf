import { CAPACITY_WORDS, ROLE_WORDS, wordsOf } from '@mouding/contract';
import { heirOf, type OrgState } from '@mouding/core';

/** A holder (see rows.ts of core) in words, e.g. `department-head@…` → 财务科科室负责人. Never a person's name. */
export function holderWords(org: OrgState, holder: string): string {
  const { posts } = org.context;
  if (holder.startsWith('post:')) return posts.find(({ id }) => `post:${id}` === holder)?.title ?? holder;
  if (holder.startsWith('person:')) return personWords(posts, holder);
  const [what = '', where] = holder.split('@');
  if (where === undefined) return wordsOf(CAPACITY_WORDS, what).zh;
  return headWords(org, where) ?? seatWords(org.context.bodies, what, where);
}

/** The head of a department; of one that has ended its heir’s, with the name of then. */
function headWords(org: OrgState, where: string): string | null {
  const { departments, dissolved } = org.context;
  const department = departments.find(({ id }) => id === where);
  if (department) return `${department.name}负责人`;
  const ended = dissolved.find(({ id }) => id === where);
  const heir = departments.find(({ id }) => id === heirOf(org, where));
  return ended && heir ? `${heir.name}负责人（承接原${ended.name}）` : null;
}

/** By the post that the person holds now, the first of several. */
const personWords = (posts: OrgState['context']['posts'], holder: string): string =>
  posts.find((post) => `person:${post.holder?.person}` === holder)?.title ?? '已离任人员';

function seatWords(bodies: OrgState['context']['bodies'], role: string, where: string): string {
  const body = bodies.find(({ key, id }) => key === where || id === where);
  return `${body?.name ?? where}${wordsOf(ROLE_WORDS, role).zh}`;
}
