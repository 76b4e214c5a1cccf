import type { Block, Cell, Paper } from './paper.ts';
import { planSample } from './sample-plan.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, text: [{ text }] });
const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ lines: [text], align: 'center' }));
const file = { author: '云州市中医院', at: '2026-03-05T09:00:00+08:00' };

/** 通知, about three pages, with a red head and an imprint. */
const noticeSample: Paper = {
  form: 'document',
  head: { mark: '云州市中医院文件', number: '云中医〔2026〕6号', signers: [] },
  title: '云州市中医院关于开展“十五五”发展规划编制工作的通知',
  addressee: '各科室、各党支部',
  body: [
    paragraph(
      '为科学编制我院“十五五”发展规划，明确今后五年的发展思路、主要目标和重点任务，根据《云州市卫生健康委员会关于做好“十五五”规划编制工作的通知》要求，经院长办公会研究，现就有关事项通知如下。',
    ),
    ...['总体要求', '组织领导', '时间安排', '工作要求'].flatMap((name, at): Block[] => [
      heading(1, `${'一二三四'.charAt(at)}、${name}`),
      heading(2, `（一）坚持问题导向，广泛听取意见`),
      paragraph(
        '坚持开门编规划，充分听取临床、医技、护理、行政后勤各方面意见，重点回应患者反映的挂号难、停车难、候诊时间长等问题，把群众满意不满意作为衡量规划质量的重要标准。各科室要在认真总结“十四五”完成情况的基础上，提出本科室今后五年的发展目标和主要举措。',
      ),
      paragraph(
        '1.各科室主任为本科室规划材料的第一责任人，指定1名联络员，于2026年4月10日前将规划材料报送规划办。材料须经科室核心小组讨论，由科室主任签字确认；逾期未报的，予以通报。',
      ),
      paragraph('（1）报送内容包括：发展基础、SWOT分析、主要目标、重点任务、所需条件，篇幅3000字以内。'),
    ]),
  ],
  attachments: ['科室规划材料报送模板', '云州市中医院“十五五”发展规划编制领导小组及其办公室组成人员名单'],
  signature: { name: '云州市中医院', date: '2026年3月5日' },
  note: '联系人：沈若澜，联系电话：0570-6543210',
  imprint: { copies: ['云州市卫生健康委员会'], printer: '云州市中医院办公室', printed: '2026年3月5日' },
  trace: { draft: '第3稿', code: '8c1d02ef' },
  file,
};

/** 请示, a document that goes up: it names who signed it off. */
const requestSample: Paper = {
  form: 'document',
  head: {
    mark: '云州市中医院文件',
    number: '云中医〔2026〕21号',
    signers: ['陆闻远', '喆玥堃'],
    urgency: '特急',
  },
  title: '云州市中医院关于审批“十五五”发展规划的请示',
  addressee: '云州市卫生健康委员会',
  body: [
    paragraph(
      '我院“十五五”发展规划（2026—2030年）编制工作自2025年9月启动，历经调研、起草、征求意见、领导小组审议、院长办公会和党委会研究，并于2026年2月26日提交第六届职工代表大会第三次会议审议，应到代表120名，实到112名，同意105票，反对3票，弃权4票，获得通过。',
    ),
    paragraph('现将《云州市中医院“十五五”发展规划（送审稿）》呈上，请予审批。'),
    paragraph('妥否，请批示。'),
  ],
  attachments: ['云州市中医院“十五五”发展规划（送审稿）'],
  signature: { name: '云州市中医院', date: '2026年3月9日' },
  note: '联系人：沈若澜，联系电话：0570-6543210',
  imprint: { copies: [], printer: '云州市中医院办公室', printed: '2026年3月9日' },
  trace: { draft: '第6稿', code: '5be20a77' },
  file,
};

/** 函, on the letter form. */
const letterSample: Paper = {
  form: 'letter',
  head: { mark: '云州市中医院', number: '云中医函〔2026〕9号', signers: [] },
  title: '云州市中医院关于征求“十五五”发展规划（征求意见稿）意见的函',
  addressee: '市医疗保障局、市疾病预防控制局、云州医学院',
  body: [
    paragraph(
      '我院组织起草了《云州市中医院“十五五”发展规划（征求意见稿）》。现送贵单位征求意见，请于2026年4月20日前将意见反馈我院规划办；无意见的，也请书面告知。',
    ),
    paragraph('专此函达，感谢支持。'),
    { kind: 'qr', data: 'https://mouding.example/o/8c1d02ef', caption: '扫码填写意见' },
  ],
  attachments: ['云州市中医院“十五五”发展规划（征求意见稿）'],
  signature: { name: '云州市中医院', date: '2026年4月1日' },
  note: '联系人：沈若澜，联系电话：0570-6543210',
  imprint: { copies: ['云州市卫生健康委员会'], printer: '云州市中医院办公室', printed: '2026年4月1日' },
  trace: { draft: '第4稿', code: '1d02ef8c' },
  file,
};

/** 纪要. */
const minutesSample: Paper = {
  form: 'minutes',
  head: { mark: '云州市中医院院长办公会纪要', number: '〔2026〕第5期', signers: [] },
  title: '研究“十五五”发展规划（送审稿）等事项',
  body: [
    paragraph(
      '2026年2月12日下午，院长陆闻远主持召开院长办公会，研究“十五五”发展规划（送审稿）等事项。会议应到9人，实到8人，符合议事规则。纪要如下：',
    ),
    heading(1, '一、关于“十五五”发展规划（送审稿）'),
    paragraph(
      '会议听取了规划办关于规划编制情况和征求意见采纳情况的汇报。会议认为，规划目标明确、任务具体，与市“十五五”卫生健康规划相衔接。会议原则同意，由规划办按会议意见修改后提交党委会研究。',
    ),
    heading(1, '二、关于门诊楼改造项目'),
    paragraph('会议同意立项，由总务科在3月底前完成可行性研究，财务科落实资金2300万元。'),
    { kind: 'space', lines: 1 },
    ...(
      [
        ['出席', '陆闻远　周砚秋　燚彧　䶮㛃　谢知微　方既明　梁以宁　何疏影'],
        ['请假', '𬭎喆（外出学习）'],
        ['列席', '沈若澜（规划办）　昇犇（医务部）　秦晚舟（财务科）'],
      ] as const
    ).map(([label, names]): Block => ({
      kind: 'paragraph',
      runs: [{ text: `${label}：`, font: 'hei' }, { text: names }],
    })),
  ],
  imprint: { copies: ['院领导，各科室'], printer: '云州市中医院办公室', printed: '2026年2月13日' },
  trace: { draft: '第5稿', code: '77c0ffee' },
  file,
};

/** A wide register. */
const registerSample: Paper = {
  form: 'sheet',
  head: null,
  title: '“十五五”发展规划征求意见采纳情况汇总表',
  landscape: true,
  body: [
    {
      kind: 'fields',
      columns: 2,
      pairs: [
        ['项目', '云州市中医院“十五五”发展规划编制'],
        ['截止', '2026年4月20日 17:30'],
        ['意见', '36条'],
        ['采纳', '采纳21条，部分采纳8条，未采纳7条'],
      ],
    },
    {
      kind: 'table',
      caption: '采纳情况汇总',
      widths: [1, 3, 3, 8, 2, 6, 2],
      head: [cells('序号', '章节', '单位', '意见', '采纳情况', '理由', '落实')],
      rows: Array.from({ length: 36 }, (_, at): Cell[] => [
        { lines: [String(at + 1)], align: 'center' },
        { lines: ['第三部分', '（二）主要目标'] },
        { lines: ['急诊医学科'] },
        {
          lines: [
            `建议将“年门诊量达到80万人次”调整为“年门诊量达到${String(80 + at)}万人次左右”，并补充急诊滞留时间控制目标。`,
          ],
        },
        { lines: [at % 3 === 0 ? '部分采纳' : '采纳'], align: 'center' },
        {
          lines: [
            at % 3 === 0
              ? '数值经财务科、医务部核对后按测算结果取整，滞留时间列入年度任务。'
              : '与测算一致。',
          ],
        },
        { lines: ['第5稿'], align: 'center' },
      ]),
    },
  ],
  trace: { draft: '第5稿', code: '90ab12cd' },
  watermark: '内部资料 注意保管',
  file,
};

/** 送签单, one page with boxes to write in. */
export const slipSample: Paper = {
  form: 'sheet',
  head: null,
  title: '云州市中医院送签单',
  body: [
    {
      kind: 'fields',
      columns: 2,
      pairs: [
        ['文稿', '云州市中医院“十五五”发展规划（送审稿）'],
        ['稿次', '第6稿'],
        ['送签', '规划办 沈若澜'],
        ['时间', '2026年3月5日 09:00'],
      ],
    },
    { kind: 'heading', level: 2, text: [{ text: '改动摘要' }] },
    paragraph('较第5稿改动42处：新增12段，删除3段，数字变化9处。'),
    {
      kind: 'table',
      widths: [3, 2, 2, 3],
      head: [cells('指标', '原值', '现值', '依据')],
      rows: [
        cells('年门诊量', '80万人次', '95万人次', '领导小组会议意见'),
        cells('三、四级手术占比', '40%', '45%', '医务部复核'),
      ],
    },
    { kind: 'qr', data: 'https://mouding.example/d/5be20a77', caption: '扫码核对原文' },
    { kind: 'box', label: '分管院领导意见', lines: 4 },
    { kind: 'box', label: '院长意见', lines: 4 },
    { kind: 'box', label: '签名、日期', lines: 2 },
  ],
  trace: { draft: '第6稿', code: '5be20a77' },
  file,
};

const office = { by: '规划办', at: '2026-03-04T16:20:00+08:00' };

/** A text with its changes to be seen. */
const redlineSample: Paper = {
  form: 'sheet',
  head: null,
  title: '云州市中医院“十五五”发展规划（第5稿与第6稿对照）',
  body: [
    heading(1, '三、主要目标'),
    {
      kind: 'paragraph',
      runs: [
        { text: '到' },
        { text: '2025', revised: { how: 'out', ...office } },
        { text: '2030', revised: { how: 'in', ...office } },
        { text: '年，门诊量达到' },
        { text: '80', revised: { how: 'out', ...office } },
        { text: '95', revised: { how: 'in', ...office } },
        { text: '万人次，' },
        { text: '平均住院日不超过8.2天，', revised: { how: 'in', ...office } },
        { text: '患者满意度保持在95%以上。' },
      ],
    },
    {
      kind: 'paragraph',
      runs: [{ text: '力争建成区域中医医疗中心，打造百年名院。', revised: { how: 'out', ...office } }],
    },
  ],
  trace: { draft: '第6稿', code: '5be20a77' },
  file,
};

/** One paper of every shape, by name. */
export const samples = {
  notice: noticeSample,
  request: requestSample,
  letter: letterSample,
  minutes: minutesSample,
  register: registerSample,
  slip: slipSample,
  redline: redlineSample,
  plan: planSample,
} as const;

export { planSample };
