import { ObligationPage, resourceOf, ReturnPreview, type CaseItem } from '@mouding/contract';
import { readDefinition, type Definition, type TextRef } from '@mouding/core';
import type { Session } from '../../client/session.ts';
import { inParallel } from '../../in-parallel.ts';
import type { CaseWish } from '../open-case.ts';
import { headOf, holderOf, itemsOf, office, type PlayedChapter, type Story } from '../story.ts';

const Chapter = resourceOf('chapter');
const STAGE = 'chapters';
const ABREAST = 3;

/** The chapter that the scenario is about. */
export const NO = 6;
/** Its owners; the first one writes it. */
export const [INITIATOR, OTHER] = ['医务科', '科教科'];
/** Departments that support it and countersign. */
export const [PERSONNEL, NURSING] = ['组织人事科', '护理部'];

/** Its six clauses; 组织人事科 is concerned with the second and the fourth, 护理部 with the fifth. */
const CLAUSES = [
  '学（专）科及医疗高地建设',
  '一、建设省级重点专科3个、市级重点专科6个，每个专科配备学科带头人1名。',
  '二、建设名医工作室12个，科研平台2个。',
  '三、引进高层次人才8名，在编人员结构逐步优化。',
  '四、建设专科护理门诊5个。',
  '五、经费由年度预算安排。',
];
export const DRAFT = `${CLAUSES.join('\n')}\n`;
/** Clauses of it as people cite them: by their number and their first words. */
export const cited = (clauses: readonly number[]): string =>
  clauses.map((no) => `“${CLAUSES[no - 1]?.split(/[，。]/u, 1)[0] ?? ''}”`).join('、');
/** What 科教科 makes of it: the second and the third clause. */
export const REWRITTEN = DRAFT.replace('省级重点专科3个', '省级重点专科4个').replace(
  '科研平台2个',
  '科研平台3个',
);

/** The shipped procedure, with chapters that their owners and supporting departments countersign. */
export function withCountersigns(definition: Definition): Definition {
  const steps = definition.steps.map((step) =>
    step.id === STAGE && 'kind' in step
      ? { ...step, with: { ...step.with, countersign: ['owners', 'support'], returnDays: 3 } }
      : step,
  );
  const chapters = definition.chapters.map((plan) =>
    plan.no === NO ? { ...plan, writer: INITIATOR } : plan,
  );
  const read = readDefinition({
    ...definition,
    id: `${definition.id}-countersigned`,
    title: `${definition.title}（篇章会签）`,
    steps,
    chapters,
  });
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.definition;
}

/** The texts of the scene with the division of work of the other procedure. */
export const chaptersOf = (definition: Definition, played: readonly PlayedChapter[]): CaseWish['chapters'] =>
  definition.chapters.map((plan, i) => ({ plan, content: played[i]?.content ?? `${plan.title}\n` }));

/** The chapters as they stand, by number. */
export async function chapterItem(story: Story, no: number): Promise<CaseItem> {
  const item = (await itemsOf(story, STAGE, 'chapter')).find((each) => each.no === no);
  if (!item) throw new Error(`no chapter ${no}`);
  return item;
}

/** A chapter as the office sees it. */
export const look = async (story: Story, { href }: CaseItem) => (await office(story)).read(href, Chapter);

/** Every other chapter: where it stands and in which version. */
export async function others(story: Story): Promise<string> {
  const items = (await itemsOf(story, STAGE, 'chapter')).filter(({ no }) => no !== NO);
  const seen = await inParallel(items, ABREAST, (item) => look(story, item));
  return JSON.stringify(seen.map(({ stream, version, status }) => [stream, version, status]));
}

/** The writers of the other chapters hand them in. */
export async function handInOthers(story: Story): Promise<void> {
  const plans = story.chapters.filter(({ plan }) => plan.no !== NO);
  await inParallel(plans, ABREAST, async ({ plan, content }) => {
    const head = await headOf(story, plan.writer ?? plan.owners[0] ?? '');
    const { stream } = await chapterItem(story, plan.no);
    await head.act(stream, 'submit', { text: await head.keep(content) });
  });
}

/** Their leads sign them off. */
export async function signOff(story: Story, no: number): Promise<void> {
  const plan = story.chapters.find((chapter) => chapter.plan.no === no)?.plan;
  const item = await chapterItem(story, no);
  const lead = await holderOf(story, plan?.lead ?? '');
  const { data } = await lead.read(item.href, Chapter);
  await lead.act(item.stream, 'sign-off', { text: data.text });
}

/** What a return would do, asked as somebody. */
export const preview = (who: Session, { href }: CaseItem, query: string): Promise<ReturnPreview> =>
  who.read(`${href}/returns?${query}`, ReturnPreview);

/** What somebody owes to one chapter, by verb. */
export async function owedBy(who: Session, { stream }: CaseItem): Promise<readonly string[]> {
  const { items } = await who.read('/v1/obligations?limit=200', ObligationPage);
  return items.filter((each) => each.stream === stream).map(({ verb }) => verb);
}

/** A department countersigns clauses of what stands there, or the whole of it. */
export async function countersign(
  story: Story,
  item: CaseItem,
  department: string,
  clauses?: readonly number[],
): Promise<void> {
  const head = await headOf(story, department);
  const { data } = await head.read(item.href, Chapter);
  await head.act(item.stream, 'countersign', { text: data.text, ...(clauses ? { clauses } : {}) });
}

/** A department hands the chapter in. */
export async function handIn(
  story: Story,
  { stream }: CaseItem,
  department: string,
  content: string,
): Promise<TextRef> {
  const head = await headOf(story, department);
  const text = await head.keep(content);
  await head.act(stream, 'submit', { text });
  return text;
}
