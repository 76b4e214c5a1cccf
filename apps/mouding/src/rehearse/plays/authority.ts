import { ObligationPage, type CaseItem } from '@mouding/contract';
import { addDays, type TextRef } from '@mouding/core';
import { until } from '../../until.ts';
import { advance, itemsOf, moveTo, office, overview, type Story } from '../story.ts';
import { amend } from './amendment.ts';
import { meet } from './meetings.ts';

const STAGE = 'authority';
/** 报送材料, beside the plan itself. */
export const PAPERS = ['编制说明', '院长办公会纪要', '党委会决议', '职代会决议', '意见采纳情况汇总表'];
/** What the first sending lacks. */
const FORGOTTEN = '意见采纳情况汇总表';

/** What the authority finds in the text. */
const POINTS = ['请核实并调整有关目标数值', '请与全市卫生健康规划的指标口径衔接'];

/**
 * 报批: the hospital files its plan and forgets a paper, sends it again, and has it returned with points. A number is
 * amended, the Party committee decides on it once more, and the third sending is approved.
 */
export async function askAuthority(story: Story): Promise<void> {
  const { calendar } = story;
  await fileTwice(story);
  await answer(story, {
    on: calendar.returned,
    outcome: 'returned',
    number: `云卫办函〔${calendar.filing.slice(0, 4)}〕38号`,
    words: `经审查，请就${POINTS.length}点意见修改后重新报送。`,
    points: POINTS,
    then: 'answered',
  });
  await advance(story, STAGE);
  await amend(story, POINTS.length);
  await meet(story, 'amendment-party');
  await moveTo(story, addDays(calendar.amendmentParty, 7), 10);
  await sendPapers(story, PAPERS);
  await answer(story, {
    on: calendar.approval,
    outcome: 'approved',
    number: `云卫规划〔${calendar.approval.slice(0, 4)}〕17号`,
    words: '经审议，同意你院报送的发展规划，请认真组织实施。',
    points: [],
    then: 'answered',
  });
  await advance(story, STAGE);
}

/** 材料不全: a paper is lacking, and the package is sent again. */
async function fileTwice(story: Story): Promise<void> {
  const { filing } = story.calendar;
  await send(
    story,
    PAPERS.filter((title) => title !== FORGOTTEN),
  );
  await answer(story, {
    on: addDays(filing, 7),
    outcome: 'incomplete',
    number: `云卫办函〔${filing.slice(0, 4)}〕31号`,
    words: `报送材料缺少${FORGOTTEN}，请补充后重新报送。`,
    points: [`请补充${FORGOTTEN}`],
    then: 'prepared',
  });
  await moveTo(story, addDays(filing, 9), 10);
  await sendPapers(story, PAPERS);
}

/** The package leaves; what becomes of it is the authority's affair. */
export async function send(story: Story, papers: readonly string[] = PAPERS): Promise<void> {
  await moveTo(story, story.calendar.filing, 10);
  await sendPapers(story, papers);
}

/** A paper of a package, with its text. */
export interface Paper {
  readonly title: string;
  readonly text: TextRef;
}

/** Sends the plan with these papers, today. @param more papers that exist already */
export async function sendPapers(
  story: Story,
  papers: readonly string[],
  more: readonly Paper[] = [],
): Promise<void> {
  const { stream } = await filingNow(story);
  const session = await office(story);
  const manifest: Paper[] = [...more];
  for (const title of papers)
    manifest.push({ title, text: await session.keep(`${title}\n（随请示报送。）\n`) });
  await session.act(stream, 'send', { letter: '请示', manifest });
}

/** What the authority writes back, and where the filing stands then. */
export interface Reply {
  readonly on: string;
  readonly outcome: 'incomplete' | 'returned' | 'approved';
  readonly number: string;
  readonly words: string;
  readonly points: readonly string[];
  readonly then: string;
}

/** The examiner answers in the authority's own log, and it arrives here. Answers the dossier. */
export async function answer(
  story: Story,
  { on, outcome, number, words, points, then }: Reply,
): Promise<string> {
  const examiner = await story.authority.cast.as('jingban');
  // Another plan of the hospital may lie with it, too.
  const { title } = await overview(story);
  const dossier = await until('the filing to arrive at the authority', async () => {
    const { items } = await examiner.read('/v1/obligations', ObligationPage);
    return items.find(({ verb, label }) => verb === 'dossier.answer' && label.endsWith(title))?.stream;
  });
  await moveTo(story, on, 15);
  const letter = await examiner.keep(`关于云岭市中医院发展规划的复函\n${number}\n${words}\n`);
  await examiner.act(dossier, 'answer', { outcome, number, letter, points });
  await until('the answer of the authority', async () => {
    const { status } = await filingNow(story);
    return status === then ? status : undefined;
  });
  return dossier;
}

/** The filing that is under way, or one that was answered: another round has one of its own, in no certain order. */
export async function filingNow(story: Story): Promise<CaseItem> {
  const filings = await itemsOf(story, STAGE, 'filing');
  const filing = filings.find(({ status }) => status !== 'answered') ?? filings.at(-1);
  if (!filing) throw new Error('nothing is to be filed');
  return filing;
}
