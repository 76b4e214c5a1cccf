import type { StateOf } from '@mouding/core';
import {
  attendanceSheet,
  ballotPaper,
  bundle,
  codeOf,
  congressResolution,
  dayWords,
  meetingMinutes,
  meetingName,
  meetingNotice,
  meetingRecord,
  momentWords,
  ofHouse,
  textBlocks,
  voteReport,
  type BundledPaper,
  type PaperSource,
} from '@mouding/documents';
import { asked } from '../queries/reader.ts';
import { draftsOf, labelOf } from './drafts.ts';
import { headOfDay } from './head-of.ts';
import {
  chargesOf,
  decidedBecause,
  itemWords,
  peopleOf,
  ruleWordsOf,
  seatsOf,
  spokenIn,
  sumOf,
} from './meeting-parts.ts';
import { lastAt, readable, sourceOf, titleOf, type Maker, type View } from './view.ts';

type MeetingContext = StateOf<'meeting'>['context'];

async function meetingContext({ reader, id }: View): Promise<MeetingContext> {
  const context = await asked(reader, (known) => known.state('meeting', id)?.context);
  if (!context) throw new Error(`meeting/${id} is not there`);
  return context;
}

/** What the meeting is about, with the text as it lay before it. */
async function subjectOf(view: View) {
  const context = await meetingContext(view);
  const drafts = await draftsOf(view.reader, view.caseId);
  const { item } = context;
  const otherwise = item.subject === 'scheme' ? '编制工作方案' : '规划文稿';
  const label = labelOf(drafts, item.text, otherwise);
  return {
    context,
    drafts,
    shown: { ref: item.text, label },
    text: { label, code: codeOf(item.text.hash) },
    source: async (): Promise<PaperSource> => sourceOf(view, { ref: item.text, label }),
    body: view.house.body(context.bodyKey),
    title: titleOf(view, item.subject),
  };
}

/** A paper with the text's code that does not show the text itself. */
const formSource = async (view: View): Promise<PaperSource> => {
  const { source } = await subjectOf(view);
  return { ...(await source()), internal: false };
};

const NOTICE: Maker = {
  key: 'notice',
  title: '会议通知',
  there: (view) => lastAt(view, 'MeetingCalled') !== null,
  async make(view) {
    const { context, body, drafts } = await subjectOf(view);
    const { chair, members, others } = peopleOf(view, context);
    return {
      paper: meetingNotice({
        source: await formSource(view),
        body,
        at: momentWords(context.at),
        place: context.place,
        chair,
        members,
        others,
        items: itemWords(view, context),
        papers: context.papers.map((ref, at) => labelOf(drafts, ref, `会议材料${at + 1}`)),
        sent: dayWords(lastAt(view, 'MeetingCalled') ?? view.now),
        quorum: ruleWordsOf(context.rule)[0] ?? '',
      }),
    };
  },
};

/** As many texts as one file is made of. */
const MOST_PAPERS = 20;

const BUNDLE: Maker = {
  key: 'bundle',
  title: '会议材料汇编',
  there: (view) => (view.seen?.texts.length ?? 0) > 0,
  async make(view) {
    const { context, body, drafts, source, title: subject } = await subjectOf(view);
    const refs = [context.item.text, ...context.papers].slice(0, MOST_PAPERS);
    const unique = refs.filter((ref, at) => refs.findIndex(({ hash }) => hash === ref.hash) === at);
    const papers: BundledPaper[] = [];
    for (const [at, ref] of unique.entries()) {
      const content = await readable(view, ref);
      const { title, body: blocks } = textBlocks(content ?? '');
      const label = labelOf(drafts, ref, at === 0 ? '审议文稿' : `会议材料${at}`);
      const name = title ?? (at === 0 ? subject : `会议材料${at}`);
      if (content !== null) papers.push({ title: name, draft: label, hash: ref.hash, body: blocks });
    }
    const occasion = `${momentWords(context.at)}　${context.place}`;
    return {
      paper: bundle({ source: await source(), title: `${meetingName(body)}材料汇编`, occasion, papers }),
    };
  },
};

const ATTENDANCE: Maker = {
  key: 'attendance',
  title: '签到表',
  there: () => true,
  async make(view) {
    const { context, body } = await subjectOf(view);
    return {
      paper: attendanceSheet({
        source: await formSource(view),
        body,
        at: momentWords(context.at),
        place: context.place,
        items: itemWords(view, context).map((title) => title ?? '（另行通知）'),
        seats: seatsOf(view, context),
      }),
    };
  },
};

const BALLOT: Maker = {
  key: 'ballot',
  title: '表决票',
  there: async (view) => (await meetingContext(view)).rule.ballot === 'secret',
  async make(view) {
    const { context, body, title } = await subjectOf(view);
    return {
      paper: ballotPaper({
        source: await formSource(view),
        body,
        on: dayWords(context.at),
        items: [`《${title}》`],
      }),
    };
  },
};

const REPORT: Maker = {
  key: 'vote-report',
  title: '表决结果报告',
  there: async (view) => {
    const { outcome, rule } = await meetingContext(view);
    return outcome !== null && rule.decides === 'vote';
  },
  async make(view) {
    const { context, body, text, title } = await subjectOf(view);
    const { sum, numbers } = sumOf(context);
    const { rule, votes, outcome } = context;
    const secret = rule.ballot === 'secret';
    return {
      paper: voteReport({
        source: await formSource(view),
        body,
        at: momentWords(context.at),
        place: context.place,
        item: `《${title}》`,
        text,
        ballot: BALLOTS[rule.ballot],
        secret,
        rules: ruleWordsOf(rule),
        numbers,
        sum,
        outcome: outcome === null ? '' : rule.words[outcome],
        votes: secret
          ? []
          : votes.map(({ post, vote }) => ({ post: view.house.post(post) ?? '', vote: VOTES[vote] })),
        conditions: await chargesOf(view, 'condition'),
        notices: context.notices.map((one) => one.said.zh),
      }),
    };
  },
};

const BALLOTS = { named: '记名表决', hand: '举手表决', secret: '无记名投票' } as const;
const VOTES = { yes: '赞成', no: '反对', abstain: '弃权' } as const;

const RECORD: Maker = {
  key: 'record',
  title: '会议记录',
  there: () => true,
  async make(view) {
    const { context, body, text, title } = await subjectOf(view);
    const people = peopleOf(view, context);
    const { outcome, rule } = context;
    return {
      paper: meetingRecord({
        source: await formSource(view),
        body,
        at: momentWords(context.at),
        place: context.place,
        ...people,
        chair: people.chair ?? '',
        item: `《${title}》`,
        text,
        said: spokenIn(view, context),
        sum: sumOf(context).sum,
        outcome: outcome === null ? null : rule.words[outcome],
        reason: decidedBecause(view),
        conditions: await chargesOf(view, 'condition'),
        notices: context.notices.map((one) => one.said.zh),
      }),
    };
  },
};

const isOver = async (view: View): Promise<boolean> => (await meetingContext(view)).outcome !== null;

const MINUTES: Maker = {
  key: 'minutes',
  title: '会议纪要',
  there: isOver,
  async make(view) {
    const { context, body, text, title } = await subjectOf(view);
    const people = peopleOf(view, context);
    return {
      paper: meetingMinutes({
        source: await formSource(view),
        body,
        number: null,
        at: momentWords(context.at),
        on: dayWords(context.at),
        place: context.place,
        ...people,
        chair: people.chair ?? '',
        item: `《${title}》`,
        text,
        outcome: context.outcome === null ? '' : context.rule.words[context.outcome],
        sum: sumOf(context).sum,
        conditions: await chargesOf(view, 'condition'),
        duties: await chargesOf(view, 'duty'),
        copies: people.members.length > 0 ? ['各参会人员'] : [],
        head: await headOfDay(view.reader, view.entries.at(-1)?.at ?? view.now),
      }),
    };
  },
};

const RESOLUTION: Maker = {
  key: 'resolution',
  title: '职代会决议',
  there: async (view) => {
    const { outcome, bodyKey, rule } = await meetingContext(view);
    return outcome !== null && /职(工)?代(表)?(大)?会/u.test(view.house.body(bodyKey) + rule.title);
  },
  async make(view) {
    const { context, body, text, title } = await subjectOf(view);
    const { outcome, rule } = context;
    const { sum, numbers } = sumOf(context);
    return {
      paper: congressResolution({
        source: await formSource(view),
        body: ofHouse(view.house.institution, body),
        on: dayWords(context.at),
        plan: title,
        text,
        passed: outcome === 'passed' || outcome === 'in-principle',
        outcome: outcome === null ? '' : rule.words[outcome],
        attendance: numbers.all > 0 ? { all: numbers.all, present: numbers.present } : null,
        sum,
        conditions: await chargesOf(view, 'condition'),
      }),
    };
  },
};

/** 会议通知, 材料汇编, 签到表, 表决票, 表决结果报告, 会议记录, 会议纪要, 职代会决议. */
export const MEETING_PAPERS: readonly Maker[] = [
  NOTICE,
  BUNDLE,
  ATTENDANCE,
  BALLOT,
  REPORT,
  RECORD,
  MINUTES,
  RESOLUTION,
];
