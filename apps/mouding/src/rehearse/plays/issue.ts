import type { TextRef } from '@mouding/core';
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

/** 签发, 编号, 印发, 签收 by every department; a text that was changed after the decisions is refused. */
export async function issue(story: Story, play: IssuePlay): Promise<void> {
  await moveTo(story, play.on, 9);
  const { stream } = await itemOf(story, play.stage, 'issue');
  const session = await office(story);
  const text = (await overview(story)).texts[play.subject];
  if (!text) throw new Error(`there is no ${play.subject} to issue`);
  await (await holderOf(story, play.signedBy)).act(stream, 'sign', { text });
  await session.act(stream, 'number', { number: `${MARK}〔${play.on.slice(0, 4)}〕${play.seq}号` });
  if (play.subject === 'manuscript') await tryChanged(story, stream, text, play.on);
  await session.act(stream, 'publish', { text, on: play.on });
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
