import { resourceOf, ReturnPreview } from '@mouding/contract';
import { inParallel } from '../../in-parallel.ts';
import { advance, itemOf, moveTo, office, type Story } from '../story.ts';
import { chapterItem, handIn, look, signOff } from './countersigned.ts';
import { refusedBy } from './expecting.ts';
import type { Scene } from './scenario.ts';

const Manuscript = resourceOf('manuscript');
const ABREAST = 3;
/** Two chapters that go back to their drafters at once. */
const BACK = [5, 8];

/** 返回各起草部门修改: out of the draft two chapters go back at once, each with its points; the draft waits for both. */
export async function toTheDrafters({ scene, story }: { scene: Scene; story: Story }): Promise<void> {
  await inParallel(
    story.chapters.map(({ plan }) => plan.no),
    ABREAST,
    (no) => signOff(story, no),
  );
  await advance(story, 'chapters');
  await moveTo(story, story.calendar.draft, 9);
  await scene.tell('十一章审定，转汇编初稿', 'every chapter is signed off, and the draft is to be made');
  await sendBack(scene, story);
  await bringBack(scene, story);
}

async function sendBack(scene: Scene, story: Story): Promise<void> {
  const clerk = await office(story);
  const draft = await itemOf(story, 'draft', 'manuscript');
  const items = await Promise.all(BACK.map((no) => chapterItem(story, no)));
  const ids = items.map(({ stream }) => stream.slice('chapter/'.length));
  const shown = await clerk.read(`${draft.href}/returns?chapters=${ids.join(';')}`, ReturnPreview);
  scene.shows(
    '预览：两章的审定失效，其余各章不涉及',
    'the preview: two sign-offs fall, and nothing else',
    shown.falls.map(({ of }) => of).join() === 'sign-off,sign-off' && shown.told.length === BACK.length,
  );
  const chapters = ids.map((chapter) => ({ chapter, points: ['与其他篇章的口径不一致，请核对。'] }));
  await clerk.act(draft.stream, 'return', { chapters, preview: shown.digest });
  await scene.tell('第五章、第八章同时返回起草部门', 'two chapters go back to their drafters at once');
  await refusedBy(scene, 'compile.complete', '两章未回即汇编', 'the draft is made without them', () =>
    clerk.act(draft.stream, 'compile', { label: '初稿' }),
  );
}

async function bringBack(scene: Scene, story: Story): Promise<void> {
  const played = story.chapters.filter(({ plan }) => BACK.includes(plan.no));
  await inParallel(played, ABREAST, async ({ plan, content }) => {
    const item = await chapterItem(story, plan.no);
    const { data } = await look(story, item);
    const writer = plan.writer ?? plan.owners[0] ?? '';
    await handIn(story, item, writer, `${content}\n（已核对口径。）\n`);
    if (data.returned?.points !== 1) throw new Error(`chapter ${plan.no} came back without its point`);
    await signOff(story, plan.no);
  });
  const clerk = await office(story);
  const draft = await itemOf(story, 'draft', 'manuscript');
  await clerk.act(draft.stream, 'compile', { label: '初稿' });
  await scene.tell('两章修改后审定，汇编成初稿', 'both come back, and the draft is made');
  const { data } = await clerk.read(draft.href, Manuscript);
  scene.shows('初稿已成，转领导小组审议', 'the draft goes to its review', data.label === '初稿');
}
