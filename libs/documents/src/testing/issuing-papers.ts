import { approvalSheet } from '../papers/approval-sheet.ts';
import { dispatchSheet } from '../papers/dispatch-sheet.ts';
import { dutySheet } from '../papers/duty-sheet.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { missingList } from '../papers/missing-list.ts';
import { phoneRecord } from '../papers/phone-record.ts';
import { receiptSheet } from '../papers/receipt-sheet.ts';
import { reviewSlip } from '../papers/review-slip.ts';
import { upwardLetter } from '../papers/upward-letter.ts';
import type { Paper } from '../paper/paper.ts';
import { SOURCE, PLAN, TEXT, MISSING, BODY } from './paper-data.ts';

/** Upward, outward, and what goes with it. */
export const ISSUING_PAPERS: { readonly [name: string]: Paper } = {
  请示: upwardLetter({
    source: SOURCE,
    plan: PLAN,
    kind: '请示',
    authority: '云州市卫生健康委员会',
    number: null,
    signers: [],
    gates: ['2026年4月8日院长办公会研究同意', '2026年4月15日党委会审议通过'],
    package: ['规划正文', '编制说明', '院长办公会纪要', '党委会决议', '职代会决议', '意见采纳情况汇总表'],
    on: '2026年5月25日',
    contact: '党政综合办公室',
    no: 1,
  }),
  发文稿纸: dispatchSheet({
    source: SOURCE,
    title: `关于印发《${PLAN}》的通知`,
    number: '云中医〔2026〕21号',
    recipients: ['各科室'],
    copiedTo: ['云州市卫生健康委员会'],
    disclosure: '主动公开',
    copies: 60,
    text: TEXT,
    drafter: { words: null, post: '规划办经办', on: '2026年5月28日' },
    review: { words: '已核稿', post: '规划办主任', on: '2026年5月29日' },
    countersigns: [
      { department: '财务科', signed: { words: '已会签', post: '财务科科长', on: '2026年5月29日' } },
      { department: '医务科', signed: null },
    ],
    sign: null,
    check: null,
    seal: 'none',
    published: null,
    voided: ['云中医〔2026〕20号'],
  }),
  印发通知: issueNotice({
    source: SOURCE,
    plan: PLAN,
    number: '云中医〔2026〕21号',
    recipients: [],
    copiedTo: ['云州市卫生健康委员会'],
    gates: ['2026年4月8日院长办公会研究同意', '2026年4月15日党委会审议通过'],
    dated: '2026年5月30日',
    printed: '2026年6月1日',
    disclosure: '主动公开',
    titled: null,
    body: BODY,
  }),
  送签单: reviewSlip({
    source: SOURCE,
    plan: PLAN,
    purpose: '请审阅',
    summary: '与上一稿相比，改动42处，其中数字9处：专科门诊 36→31个等；新增3段，删去1段。',
    numbers: Array.from({ length: 12 }, (_, at) => ({
      name: `指标${at + 1}`,
      from: `${at + 80}`,
      to: `${at + 95}万人次`,
    })),
    opinions: null,
    due: '2026年4月10日',
    link: '/v1/manuscripts/018f3c1e-0000-7000-8000-0000000000aa?text=8c1d02ef',
  }),
  审批单: approvalSheet({
    source: SOURCE,
    plan: PLAN,
    standing: '正在办理：党委会审议',
    rows: [
      {
        stage: '第6篇章 学（专）科及医疗高地建设',
        who: '副院长（医疗）',
        words: '审签篇章',
        opinion: null,
        on: '2026年1月20日',
        medium: null,
      },
      {
        stage: '院长办公会审议',
        who: '院长办公会',
        words: '研究同意',
        opinion: '全体7，实到6≥4 ✓；主持人决定：研究同意',
        on: '2026年4月8日',
        medium: '会议',
      },
    ],
  }),
  签收单: receiptSheet({
    source: SOURCE,
    title: PLAN,
    number: '云中医〔2026〕21号',
    issued: '2026年6月1日',
    due: '2026年6月8日',
    recipients: [
      { department: '影像科', received: true, on: '2026年6月2日' },
      { department: '口腔科', received: false, on: null },
    ],
  }),
  督办单: dutySheet({
    source: { ...SOURCE, draft: '办理记录第2条' },
    label: '督办事项第2项',
    from: '院长办公会（2026年4月8日）',
    owner: '医务科',
    due: '2026年4月30日（含当日）',
    extended: [],
    standing: '办理中',
    wording: '核实四级手术占比目标值，提出测算依据。',
    reports: [],
  }),
  未报送科室名单: missingList(MISSING),
  电话记录单: phoneRecord({
    source: { ...SOURCE, draft: '办理记录第1条' },
    about: `${PLAN}征求意见（第1次）`,
    at: null,
    other: null,
    recorder: null,
    checker: null,
    book: null,
    words: undefined,
    entered: null,
  }),
};
