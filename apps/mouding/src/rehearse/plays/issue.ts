import type { TextRef } from '@mouding/core';
import { clearFindings } from './checkup.ts';
import { advance, headOf, holderOf, itemOf, moveTo, office, overview, type Story } from '../story.ts';

/** What is issued, under which number, by whose signature. */
export interface IssuePlay {
  readonly stage: string;
  readonly subject: 'scheme' | 'manuscript';
  readonly on: string;
  /** The number within the year. */
  readonly seq: number;
  readonly signedBy: string;
}

/** The hospital's 机关代字. */
const MARK = '云市中医';

/** An issue that lacks nothing but 印发. */
export interface Sealed {
  readonly stream: string;
  readonly text: TextRef;
}

/** 核稿, 签发, 复核, 编号, 用印, 印发, 签收 by every department; a text that was changed after the decisions is refused. */
export async function issue(story: Story, play: IssuePlay): Promise<void> {
  const sealed = await seal(story, play);
  if (play.subject === 'manuscript') await tryChanged(story, sealed.stream, sealed.text, play.on);
  await sendOut(story, play, sealed);
}

/** 核稿, 签发, 复核, 编号, 用印 of the case's current text. */
export async function seal(story: Story, play: IssuePlay): Promise<Sealed> {
  await moveTo(story, play.on, 9);
  const { stream } = await itemOf(story, play.stage, 'issue');
  const session = await office(story);
  const text = (await overview(story)).texts[play.subject];
  if (!text) throw new Error(`there is no ${play.subject} to issue`);
  const director = await holderOf(story, '规划办主任');
  await director.act(stream, 'review', { text });
  const signer = await holderOf(story, play.signedBy);
  const sign = () => signer.act(stream, 'sign', { text });
  if (play.subject === 'manuscript') await clearFindings(story, sign);
  await sign();
  await director.act(stream, 'check', { text });
  await session.act(stream, 'number', { number: `${MARK}〔${play.on.slice(0, 4)}〕${play.seq}号` });
  await session.act(stream, 'seal', { text });
  return { stream, text };
}

/** 印发, and 签收 by every department, which ends the stage. */
export async function sendOut(story: Story, play: IssuePlay, { stream, text }: Sealed): Promise<void> {
  await (await office(story)).act(stream, 'publish', { text, on: play.on });
  for (const { name } of story.hospital.plan.departments)
    await (await headOf(story, name)).act(stream, 'acknowledge');
  await advance(story, play.stage);
}

// One figure added after everybody had decided: the text that no gate saw cannot be issued.
async function tryChanged(story: Story, stream: string, decided: TextRef, on: string): Promise<void> {
  const session = await office(story);
  const changed = await session.keep(
    `${(await session.bytesOf(stream, decided)).toString('utf8')}另行增加投资一项。\n`,
  );
  await story.refusals.expect('issue.publish', 'issue.same-text', () =>
    session.act(stream, 'publish', { text: changed, on }),
  );
}
