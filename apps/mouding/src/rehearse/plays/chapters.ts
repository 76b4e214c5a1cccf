import { inParallel } from '../../in-parallel.ts';
import { inventInput } from '../invented-texts.ts';
import { advance, headOf, holderOf, itemsOf, moveTo, type PlayedChapter, type Story } from '../story.ts';
import { firstDraft } from '../first-draft.ts';
import { handOver } from '../word-desk.ts';

const STAGE = 'chapters';
const ABREAST = 3;
/** Supporting departments that give their input in writing; the others speak with the writer. */
const INPUTS = 3;
const EVERY_FUNCTIONAL = '各职能科室';

/** A chapter on its way: its stream and who works on it. */
interface Written extends PlayedChapter {
  readonly stream: string;
  readonly writer: string;
  readonly support: readonly string[];
}

/**
 * 篇章: supporting departments give input, the writer hands in, the lead signs off. One chapter is sent back once; a
 * department head who tries to sign off is refused.
 */
export async function chapters(story: Story): Promise<void> {
  const written = await writtenOf(story);
  await moveTo(story, story.calendar.chapters, 9);
  const returned = story.random.below(written.length);
  const inputs = written.map(({ plan, support }) =>
    support.map((name) => inventInput(name, plan.title, story.random)),
  );
  await inParallel(written, ABREAST, (chapter, i) => write(story, chapter, inputs[i] ?? [], i === returned));
  await advance(story, STAGE);
}

async function writtenOf(story: Story): Promise<readonly Written[]> {
  const items = await itemsOf(story, STAGE, 'chapter');
  return story.chapters.map((chapter) => {
    const item = items.find(({ no }) => no === chapter.plan.no);
    if (!item) throw new Error(`no chapter ${chapter.plan.no}`);
    const { owners, writer, support } = chapter.plan;
    const everybody = support.flatMap((name) => (name === EVERY_FUNCTIONAL ? functionalOf(story) : [name]));
    const others = [...new Set(everybody)].filter((name) => !owners.includes(name));
    return {
      ...chapter,
      stream: item.stream,
      writer: writer ?? owners[0] ?? '',
      support: others.slice(0, INPUTS),
    };
  });
}

const functionalOf = ({ hospital }: Story): readonly string[] =>
  hospital.plan.departments.filter(({ kind }) => kind === 'functional').map(({ name }) => name);

async function write(
  story: Story,
  chapter: Written,
  inputs: readonly string[],
  isReturned: boolean,
): Promise<void> {
  for (const [i, department] of chapter.support.entries()) {
    const head = await headOf(story, department);
    await head.act(chapter.stream, 'give-input', { text: await head.keep(inputs[i] ?? '') });
  }
  const lead = await holderOf(story, chapter.plan.lead);
  if (isReturned) {
    await handIn(story, chapter, firstDraft(chapter.content));
    await trySignOff(story, chapter);
    await lead.act(chapter.stream, 'return', {
      reason: '请补齐待核定的数据，并与绩效重点指标一篇的口径保持一致。',
    });
  }
  await handIn(story, chapter, chapter.content);
  await lead.act(chapter.stream, 'sign-off', { text: await lead.keep(chapter.content) });
}

async function handIn(story: Story, { stream, writer, plan }: Written, content: string): Promise<void> {
  const head = await headOf(story, writer);
  await head.act(stream, 'submit', await handOver(story.desk, head, plan.title, content));
}

// 科室负责人不能代牵头领导审定: refused by policy, and recorded as refused.
async function trySignOff(story: Story, { stream, writer, content }: Written): Promise<void> {
  const head = await headOf(story, writer);
  const text = await head.keep(content);
  await story.refusals.expect('chapter.sign-off', 'policy.capacity', () =>
    head.act(stream, 'sign-off', { text }),
  );
}
