import { fontsFrom, issueNotice, svgPages, textBlocks } from '@mouding/documents';
import { dayOf } from '@mouding/core';
import { office, overview, type Story } from '../rehearse/story.ts';

/** As many pages are shown: the red head, and the first of the plan. */
const SHOWN = 2;

/** The first pages of the issued plan under its red head, as drawings. */
export async function redHeadPages(story: Story): Promise<readonly string[]> {
  const { title, now, texts, links } = await overview(story);
  const institution = story.hospital.plan.name;
  const link = links['manuscript'];
  const stream = `manuscript/${link?.split('/').at(-1) ?? ''}`;
  const bytes = texts.manuscript && (await (await office(story)).bytesOf(stream, texts.manuscript));
  const blocks = textBlocks(bytes ? bytes.toString('utf8') : '');
  const { calendar } = story;
  const paper = issueNotice({
    source: {
      institution,
      office: '党政综合办公室',
      at: now,
      draft: null,
      hash: texts.manuscript?.hash ?? null,
    },
    plan: title,
    number: `云市中医〔${calendar.issue.slice(0, 4)}〕12号`,
    recipients: [],
    copiedTo: [],
    gates: ['院长办公会研究同意', '党委会研究决定', '职工代表大会审议通过', '市卫生健康委员会审议同意'],
    dated: dayOf(now),
    printed: dayOf(now),
    disclosure: '主动公开',
    titled: blocks.title,
    body: blocks.body,
  });
  return (await svgPages(paper, fontsFrom(null))).slice(0, SHOWN);
}
