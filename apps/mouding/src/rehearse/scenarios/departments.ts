import type { CaseItem } from '@mouding/contract';
import { addressOf } from '../../demo/addresses.ts';
import { inParallel } from '../../in-parallel.ts';
import { headOf, itemsOf, office, type Story } from '../story.ts';

const ABREAST = 4;

/** The mail address of the head of a department. */
export function mailOf({ hospital: { plan } }: Story, department: string): string {
  const head = plan.posts.find((post) => post.as === 'department-head' && post.department === department);
  return addressOf(head?.holder ?? '', plan);
}

/** The persons who head these departments, in their order. */
export const headsOf = (story: Story, departments: readonly string[]): Promise<readonly string[]> =>
  Promise.all(departments.map(async (name) => (await headOf(story, name)).me.person));

/** What is asked of a department. @throws Error when nothing is */
export async function askedOf(story: Story, department: string): Promise<CaseItem> {
  const items = await itemsOf(story, 'contributions', 'contribution');
  const item = items.find(({ label }) => label === `${department}发展规划`);
  if (!item) throw new Error(`${department} is not asked`);
  return item;
}

/** Hands in and accepts for each of them. Answers the median time of these acts, in milliseconds of real time. */
export async function handInAll(story: Story, departments: readonly string[]): Promise<number> {
  const clerk = await office(story);
  const took = await inParallel(departments, ABREAST, async (name) => {
    const head = await headOf(story, name);
    const { stream } = await askedOf(story, name);
    const text = await head.keep(`${name}“十五五”发展规划\n`);
    const began = performance.now();
    await head.act(stream, 'submit', { text });
    await clerk.act(stream, 'accept');
    return (performance.now() - began) / 2;
  });
  return Math.round(took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0);
}
