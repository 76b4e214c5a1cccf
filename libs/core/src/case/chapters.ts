import type { OrgState } from '../org/org.ts';
import { EVERY_FUNCTIONAL } from '../procedure/check.ts';
import type { Definition } from '../procedure/definition.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import type { PlannedChapter } from './case.ts';

type Plan = Definition['chapters'][number];

/**
 * The 篇章分工 with names turned into ids of today's org; 各职能科室 stays a word (`*functional`) and is expanded when
 * its stage opens. A plan that comes with a case is judged exactly as the procedure's own: every name is known here,
 * every lead holds a post of 院领导, the pen is with an owner, owners are departments and no group, every number is
 * given once. The sentence names the chapter; the facts hold numbers alone.
 */
export function planChapters(
  { context: { departments, posts } }: OrgState,
  chapters: readonly Plan[],
): readonly PlannedChapter[] | Refusal {
  const department = new Map(departments.map(({ name, id }) => [name, id]));
  const post = new Map(posts.map(({ title, id }) => [title, id]));
  const leaders = new Set(posts.filter(({ as }) => as === 'leader').map(({ title }) => title));
  const fault = numberedTwice(chapters) ?? ownedByNobody(chapters) ?? writtenByOthers(chapters);
  const refusal = fault ?? unknownNames(chapters, department, post) ?? ledByOthers(chapters, leaders);
  if (refusal) return refusal;
  const id = (name: string): string =>
    name === EVERY_FUNCTIONAL ? '*functional' : (department.get(name) ?? '');
  return chapters.map(({ no, title, lead, owners, writer, support }) => ({
    no,
    title,
    lead: post.get(lead) ?? '',
    owners: owners.map(id),
    writer: id(writer ?? owners[0] ?? ''),
    support: support.map(id),
  }));
}

const inWords = ({ no, title }: Plan): string => `第${no}章“${title}”`;

function numberedTwice(chapters: readonly Plan[]): Refusal | undefined {
  const twice = chapters.find(({ no }, i) => chapters.findIndex((other) => other.no === no) !== i);
  return (
    twice &&
    against(
      'case.chapters-no',
      `${inWords(twice)}的序号与前面的篇章重复`,
      `The number of chapter ${twice.no} (${twice.title}) is given twice`,
      { chapter: twice.no },
    )
  );
}

function ownedByNobody(chapters: readonly Plan[]): Refusal | undefined {
  const wrong = chapters.find(({ owners }) => owners.length === 0 || owners.includes(EVERY_FUNCTIONAL));
  return (
    wrong &&
    against(
      'case.chapters-owners',
      `${inWords(wrong)}的责任部门应当是具体科室，“${EVERY_FUNCTIONAL}”只能作为配合部门`,
      `Chapter ${wrong.no} (${wrong.title}) is owned by departments; ${EVERY_FUNCTIONAL} may only support it`,
      { chapter: wrong.no },
    )
  );
}

function writtenByOthers(chapters: readonly Plan[]): Refusal | undefined {
  const wrong = chapters.find(({ owners, writer }) => writer !== undefined && !owners.includes(writer));
  return (
    wrong &&
    against(
      'case.chapters-writer',
      `${inWords(wrong)}的主笔部门不在其责任部门之中`,
      `The writer of chapter ${wrong.no} (${wrong.title}) is not one of its owners`,
      { chapter: wrong.no },
    )
  );
}

function ledByOthers(chapters: readonly Plan[], leaders: ReadonlySet<string>): Refusal | undefined {
  const wrong = chapters.find(({ lead }) => !leaders.has(lead));
  return (
    wrong &&
    against(
      'case.chapters-lead',
      `${inWords(wrong)}的牵头领导“${wrong.lead}”不是院领导岗位`,
      `The lead of chapter ${wrong.no} (${wrong.title}), ${wrong.lead}, is not a leader's post`,
      { chapter: wrong.no },
    )
  );
}

function unknownNames(
  chapters: readonly Plan[],
  departments: ReadonlyMap<string, string>,
  posts: ReadonlyMap<string, string>,
): Refusal | undefined {
  const known = (name: string): boolean => name === EVERY_FUNCTIONAL || departments.has(name);
  const lacking = chapters
    .map(({ no, owners, support, lead }) => ({
      no,
      names: [...[...owners, ...support].filter((name) => !known(name)), ...(posts.has(lead) ? [] : [lead])],
    }))
    .filter(({ names }) => names.length > 0);
  if (lacking.length === 0) return undefined;
  const list = (mark: string): string =>
    lacking.map(({ no, names }) => `${names.join(mark)}（${no}）`).join(mark);
  return notNow(
    'case.names-known',
    `本单位没有：${list('、')}（括号内为篇章序号）`,
    `Not known here (with the number of the chapter): ${list(', ')}`,
    { chapters: lacking.map(({ no }) => no), missing: lacking.flatMap(({ names }) => names).length },
  );
}
