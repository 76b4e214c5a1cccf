import { comparisonTable } from '../papers/comparison-table.ts';
import { compilationNote } from '../papers/compilation-note.ts';
import { consultationLetter } from '../papers/consultation-letter.ts';
import { dispositionTable } from '../papers/disposition-table.ts';
import { draftingNote } from '../papers/drafting-note.ts';
import { opinionForm } from '../papers/opinion-form.ts';
import { submissionTemplate } from '../papers/submission-template.ts';
import type { Paper } from '../paper/paper.ts';
import { SOURCE, PLAN, TEXT, OPINION_FORM, DISPOSITIONS, LAST } from './paper-data.ts';

/** From the first template to 编制说明. */
export const DRAFTING_PAPERS: { readonly [name: string]: Paper } = {
  报送模板科室: submissionTemplate({
    source: { ...SOURCE, draft: '办理记录第1条' },
    plan: PLAN,
    of: { kind: 'contribution', department: '影像科' },
    due: '2025年12月10日（含当日）',
    years: { last: 2025, next: 2030 },
    last: LAST,
  }),
  报送模板篇章: submissionTemplate({
    source: { ...SOURCE, draft: '办理记录第1条' },
    plan: PLAN,
    of: {
      kind: 'chapter',
      no: 6,
      title: '学（专）科及医疗高地建设',
      lead: '副院长（医疗）',
      writer: '医务科',
      support: ['护理部', '科教科'],
    },
    due: null,
    years: { last: 2025, next: 2030 },
    last: [],
  }),
  征求意见函: consultationLetter({
    ...OPINION_FORM,
    recipients: Array.from({ length: 25 }, (_, at) => `科室${at + 1}`),
    round: 1,
    opened: '2026年3月6日',
    silentIsNone: false,
  }),
  意见反馈表: opinionForm(OPINION_FORM),
  意见采纳情况汇总表: dispositionTable(DISPOSITIONS),
  修改对照表: comparisonTable({
    source: SOURCE,
    plan: PLAN,
    from: { label: '征求意见稿（第3稿）', code: '1f00aa22' },
    to: TEXT,
    summary: '改动2处，其中数字1处：专科门诊 36→31个；新增1段',
    rows: [
      {
        place: '二、重点任务 › （三）学科建设',
        how: '修改',
        before: '到2030年，新增专科门诊36个。',
        after: '到2030年，新增专科门诊31个。',
        numbers: ['专科门诊 36→31个'],
        ground: '影像科意见（第1号）',
      },
      {
        place: '三、保障措施',
        how: '新增',
        before: '',
        after: '每年组织一次监测评估，结果报院长办公会。',
        numbers: [],
        ground: null,
      },
    ],
  }),
  起草说明: draftingNote({
    source: SOURCE,
    plan: PLAN,
    steps: [{ title: '调研', words: '2025年9月1日至2025年10月10日，已完成调研。' }],
    submissions: '科室发展规划（素材）应报25份，已报25份，其中零报告1份。',
    chapters: [
      {
        no: 1,
        title: '“十四五”时期工作总结和现状分析',
        lead: '副院长（综合）',
        writer: '党政综合办',
        support: ['财务科', '医务科'],
        standing: '已受理',
      },
    ],
    without: [],
    opinions:
      '2026年3月6日至2026年3月13日，向25个科室征求意见。共收到意见3条，其中采纳1条、部分采纳1条、不采纳1条。',
    open: [],
  }),
  编制说明: compilationNote({
    source: SOURCE,
    plan: PLAN,
    basis: ['国家、省、市有关规划和文件。', '医院编制工作方案。'],
    process: [{ title: '征求意见', words: '2026年3月6日至2026年3月13日，已征求意见。' }],
    opinions: '共收到意见3条，其中采纳1条、部分采纳1条、不采纳1条。',
    gates: [
      {
        gate: '院长办公会审议',
        body: '院长办公会',
        on: '2026年4月8日',
        words: '研究同意',
        sum: '全体7，实到6≥4 ✓；主持人决定：研究同意',
        root: SOURCE.hash,
        draft: '送审稿（第4稿）',
      },
      {
        gate: '党委会审议',
        body: '党委会',
        on: '2026年4月15日',
        words: '审议通过',
        sum: '全体9，实到8≥6 ✓；赞成8>4 ✓',
        root: 'aa'.repeat(32),
        draft: '讨论稿（第5稿）',
      },
    ],
    between: [
      {
        from: '院长办公会审议',
        to: '党委会审议',
        summary: '改动1处',
        clauses: [{ place: '三、保障措施', how: '修改', authority: '授权修改' }],
      },
    ],
    notices: [],
  }),
};
