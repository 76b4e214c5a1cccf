import type { Words } from '../words.ts';
import { meet } from './plays/meetings.ts';
import { askAuthority } from './plays/authority.ts';
import { chapters } from './plays/chapters.ts';
import { collect, collectInTime } from './plays/collect.ts';
import { congress } from './plays/congress.ts';
import { consult, consultWithout, takeNote, type GivenOpinion } from './plays/consultation.ts';
import { draft } from './plays/draft.ts';
import { fillIndicators } from './plays/indicators.ts';
import { issue } from './plays/issue.ts';
import { research } from './plays/research.ts';
import { revise } from './plays/revision.ts';
import type { Story } from './story.ts';

/** The scheme is adopted, numbered, issued, and every department signs for it. */
export async function playScheme(story: Story, seq = 41): Promise<void> {
  announce(story, '党委会研究编制工作方案，编号印发', 'the scheme is adopted, numbered and issued');
  await meet(story, 'scheme-adoption');
  const { schemeIssue } = story.calendar;
  await issue(story, {
    stage: 'scheme-issue',
    subject: 'scheme',
    on: schemeIssue,
    seq,
    signedBy: '党委书记',
  });
}

/** From research to the first draft that the leading group has passed. */
export async function playDraft(story: Story): Promise<void> {
  announce(story, '调研、科室发展规划报送', 'research, and every department hands in its plan');
  await research(story);
  await collect(story);
  announce(story, '篇章撰写、汇编初稿、领导小组审议', 'chapters, the first draft, and its review');
  await chapters(story);
  await draft(story);
  await meet(story, 'group-review');
}

/** A whole text to the bodies that decide, the short way: everybody is in time, and nobody has an opinion. */
export async function playText(story: Story, seq: number): Promise<void> {
  await playScheme(story, seq);
  await research(story);
  await collectInTime(story);
  await chapters(story);
  await draft(story);
  await meet(story, 'group-review');
  await consultWithout(story);
  await meet(story, 'group-discussion');
  await revise(story, []);
}

/** From the consultation to the text that the three bodies have passed. */
export async function playDecisions(story: Story): Promise<void> {
  announce(story, '征求意见', 'every department is asked for its opinion');
  const opinions = await consult(story);
  announce(story, '指标填报、核定', 'every figure is filled in and confirmed');
  await fillIndicators(story);
  await playRevision(story, opinions);
  await congress(story);
}

/** The leading group settles the opinions, the office revises, the dean's meeting and the Party committee decide. */
export async function playRevision(story: Story, opinions: readonly GivenOpinion[]): Promise<void> {
  announce(
    story,
    '领导小组讨论、修改完善、院长办公会、党委会、职代会',
    'discussion, revision, and the bodies that decide',
  );
  await meet(story, 'group-discussion');
  await takeNote(story, opinions);
  await revise(story, opinions);
  await meet(story, 'dean-meeting');
  await meet(story, 'party-committee');
}

/** From the filing to the last department that signs for the plan. */
export async function playIssue(story: Story): Promise<void> {
  announce(story, '报市卫健委审议、印发、签收', 'the authority, the issue, the receipts');
  await askAuthority(story);
  const { calendar } = story;
  await issue(story, {
    stage: 'issue',
    subject: 'manuscript',
    on: calendar.issue,
    seq: 12,
    signedBy: '党委书记',
  });
}

/** A whole case, from the scheme's adoption to the last 签收. */
export async function playCase(story: Story): Promise<void> {
  await playScheme(story);
  await playDraft(story);
  await playDecisions(story);
  await playIssue(story);
}

const announce = (story: Story, zh: string, en: string): void => {
  const words: Words = { zh: `${zh}……`, en: `${en} …` };
  story.say(words);
};
