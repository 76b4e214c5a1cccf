import { type DispositionTable } from '../papers/disposition-table.ts';
import { type MissingList } from '../papers/missing-list.ts';
import { type OpinionForm } from '../papers/opinion-form.ts';
import type { Source } from '../papers/source.ts';
import { textBlocks } from '../papers/text-blocks.ts';
import { type VoteReport } from '../papers/vote-report.ts';

/** An invented hospital, for specs of papers and for looking at them. */
export const SOURCE: Source = {
  institution: '云州市中医院',
  office: '党政综合办公室',
  at: '2026-04-03T02:00:00.000Z',
  draft: '送审稿（第4稿）',
  hash: '8c1d02ef74b0a9e15f3c6d2288aa01b39ce4f75d60112233445566778899aabb',
};
export const PLAN = '云州市中医院“十五五”发展规划';
export const TEXT = { label: '送审稿（第4稿）', code: '8c1d02ef' };
export const AT = '2026年4月8日（星期三）14:30';
export const PLACE = '行政楼三楼第一会议室';
export const SIGNED = { words: '（已签署）', post: '副院长（医疗）', on: '2026年4月1日' };

export const OPINION_FORM: OpinionForm = {
  source: { ...SOURCE, draft: '征求意见稿（第2稿）' },
  plan: PLAN,
  consultation: '018f3c1e-0000-7000-8000-00000000c0de',
  department: { id: '018f3c1e-0000-7000-8000-0000000000d1', name: '影像科' },
  due: '2026年3月13日（含当日）',
  silence: '逾期未反馈的，按未反馈登记，不视为无意见。',
};

export const DISPOSITIONS: DispositionTable = {
  source: SOURCE,
  plan: PLAN,
  returns: '发出25份，收回25份，其中有意见14份，无意见11份',
  rows: [
    {
      no: 1,
      place: '二、（三）学科建设',
      from: '影像科',
      opinion: '“新增专科门诊36个”与附件指标表“31个”不一致，请核实后统一。',
      disposition: '采纳',
      reason: '经核实统一为31个，正文和附件同时修改。',
      into: '送审稿（第4稿）',
    },
    {
      no: 2,
      place: '三、（一）人才队伍',
      from: '组织人事科',
      opinion: '建议增加青年骨干外出进修的年度人数。',
      disposition: '部分采纳',
      reason: '写明五年总数，年度安排列入年度计划。',
      into: '送审稿（第4稿）',
    },
    {
      no: 3,
      place: '五、基本建设',
      from: '不署名',
      opinion: '停车位应增加到1200个。',
      disposition: '不采纳',
      reason: '用地规模已经批复，超出可建数量；高峰时段以错峰预约缓解。',
      into: null,
    },
  ],
};

export const MISSING: MissingList = {
  source: { ...SOURCE, draft: '办理记录第31条' },
  plan: PLAN,
  asOf: '2025年12月13日（星期六）09:00',
  expected: 25,
  received: 23,
  rows: [
    {
      department: '口腔科',
      what: '科室发展规划（素材）',
      due: '2025年12月10日（含当日）',
      standing: '未报送',
      overdue: '已超期3天',
    },
    {
      department: '检验科',
      what: '科室发展规划（素材）',
      due: '2025年12月10日（含当日）',
      standing: '退回修改',
      overdue: '已超期3天',
    },
  ],
};

export const VOTE: VoteReport = {
  source: { ...SOURCE, draft: '讨论稿（第5稿）' },
  body: '职工代表大会',
  at: AT,
  place: PLACE,
  item: PLAN,
  text: TEXT,
  ballot: '无记名投票',
  secret: true,
  rules: ['到会人数须达到应到会人数的3分之2（含本数）方可举行。', '赞成票须超过应到会人数的2分之1方为通过。'],
  numbers: {
    all: 66,
    recused: 0,
    present: 52,
    issued: 52,
    returned: 51,
    yes: 45,
    no: 3,
    abstain: 2,
    invalid: 1,
  },
  sum: '全体66，实到52≥44 ✓；赞成45>33 ✓',
  outcome: '审议通过',
  votes: [],
  conditions: [],
  notices: [],
};

export const PEOPLE = {
  chair: '院长',
  recorder: '会议秘书',
  present: ['院长', '党委书记', '副院长（医疗）', '副院长（综合）', '副院长（中医与信息）'],
  remote: ['副院长（综合）'],
  absent: ['党委副书记'],
  recused: [],
  others: ['纪委书记', '会议秘书'],
};

export const LAST = [
  { name: '年门急诊量', unit: '万人次', target: '95', actual: '88.6' },
  { name: '四级手术占比', unit: '%', target: '12', actual: '13.1' },
  { name: '市级以上重点专科', unit: '个', target: '8', actual: '7' },
];

export const BODY = textBlocks(
  [
    '云州市中医院“十五五”发展规划',
    '一、发展基础',
    '“十四五”期间，年门急诊量由72万人次增加到88.6万人次。',
    '（一）主要成绩',
    '1. 学科建设取得突破',
    '建成市级以上重点专科7个。',
    '二、主要指标',
    '指标\t单位\t2025年\t2030年',
    '年门急诊量\t万人次\t88.6\t110',
    '市级以上重点专科\t个\t7\t12',
  ].join('\n'),
).body;
