import type { Block, Paper } from './paper.ts';

const areas = [
  ['急危重症救治', '胸痛、卒中、创伤、危重孕产妇和危重新生儿五大中心', '急诊医学科'],
  ['中医优势专科', '针灸、骨伤、肛肠、脾胃病、肺病五个专科', '中医药管理科'],
  ['护理服务', '“互联网+护理服务”与延续护理', '护理部'],
  ['医学检验与病理', '区域检验中心和病理远程会诊', '检验科'],
  ['智慧医院', '电子病历、智慧服务、智慧管理“三位一体”', '信息科'],
  ['人才队伍', '名医工作室、青年骨干和规范化培训', '人事科'],
  ['科研与教学', '临床研究中心和国家级继续教育项目', '科教科'],
  ['医院文化', '院史整理、医德医风和患者体验', '党委办公室'],
  ['后勤与安全', '能耗、消防、设备和基本建设', '总务科'],
  ['公共卫生', '传染病监测、健康教育和双向转诊', '公共卫生科'],
] as const;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

function areaOf([name, what, office]: (typeof areas)[number], index: number): Block[] {
  const beds = 80 + index * 12;
  return [
    {
      kind: 'heading',
      level: 1,
      text: [{ text: `${numerals[index] ?? ''}、${name}` }],
      anchor: `s${String(index)}`,
    },
    { kind: 'heading', level: 2, text: [{ text: '（一）发展基础' }] },
    paragraph(
      `“十四五”期间，我院以${what}为重点，持续投入${String(1200 + index * 35)}万元，业务用房由${String(beds)}张床位的规模扩大到${String(beds + 40)}张，年服务患者${String(3 + index)}.${String(index)}万人次，较2020年增长${String(12 + index)}.5%。对照《“十四五”国民健康规划》和省、市有关要求，${name}仍存在基础设施不足、骨干人才偏少、信息互通不畅等问题，需要在下一个五年集中解决。`,
    ),
    paragraph(
      `总体上看，${name}已具备跨越发展的条件：一是制度逐步健全，${office}牵头的月分析、季通报、年考核机制运行平稳；二是群众需求持续增长，门诊预约率达到${String(60 + index)}%；三是区域协同初见成效，与12家乡镇卫生院（社区卫生服务中心）建立了紧密型医联体。`,
    ),
    { kind: 'heading', level: 2, text: [{ text: '（二）主要目标' }] },
    paragraph(
      `到2030年，${what}全部达到国家或省级建设标准，三、四级手术占比不低于${String(40 + index)}%，平均住院日控制在${String(8 - (index % 3))}.2天以内，患者满意度保持在95%以上，区域内就诊率提高到92%左右。`,
    ),
    { kind: 'heading', level: 2, text: [{ text: '（三）重点任务' }] },
    ...['完善体系', '提升能力', '强化保障'].flatMap((task, at): Block[] => [
      { kind: 'heading', level: 3, text: [{ text: `${String(at + 1)}．${task}` }] },
      paragraph(
        `由${office}牵头，会同医务部、财务科、信息科，按“一年打基础、三年见成效、五年上台阶”的步骤推进${what}建设。每年3月底前下达年度任务清单，6月、12月各督查一次，督查结果纳入科室综合目标考核；对连续两次未完成节点任务的，由分管院领导约谈科室负责人。同步建立${name}数据台账，做到口径统一、来源可溯、责任到人。`,
      ),
      paragraph(
        `（${String(at + 1)}）投入机制。每年安排专项经费不少于${String(200 + index * 10 + at)}万元，优先保障设备更新、人员培训和信息化改造；严格执行“三重一大”决策制度，单项支出50万元以上的，提交院长办公会、党委会研究。`,
      ),
    ]),
  ];
}

const indicators: Block = {
  kind: 'table',
  caption: '云州市中医院“十五五”主要发展指标',
  widths: [1, 4, 2, 2, 2, 2],
  head: [
    [
      { lines: ['序号'], rows: 2 },
      { lines: ['指标'], rows: 2 },
      { lines: ['单位'], rows: 2 },
      { lines: ['目标值'], columns: 2 },
      { lines: ['属性'], rows: 2 },
    ],
    [{ lines: ['2025年'] }, { lines: ['2030年'] }],
  ],
  rows: Array.from({ length: 44 }, (_, at) => [
    { lines: [String(at + 1)], align: 'center' as const },
    { lines: [`${areas[at % areas.length]?.[0] ?? ''}年度考核得分（第${String(at + 1)}项）`] },
    { lines: [at % 2 === 0 ? '分' : '%'], align: 'center' as const },
    { lines: [String(70 + (at % 20))], align: 'right' as const },
    { lines: [`≥${String(80 + (at % 20))}`], align: 'right' as const },
    { lines: [at % 3 === 0 ? '约束性' : '预期性'], align: 'center' as const },
  ]),
};

/** A plan of twenty pages and more, with a table that goes over a page. */
export const planSample: Paper = {
  form: 'document',
  head: { mark: '云州市中医院文件', number: '云中医〔2026〕18号', signers: [] },
  title: '云州市中医院关于印发《云州市中医院“十五五”发展规划（2026—2030年）》的通知',
  addressee: '各科室、各党支部',
  body: [
    paragraph(
      '《云州市中医院“十五五”发展规划（2026—2030年）》已经院长办公会、党委会研究，职工代表大会审议通过，现印发给你们，请结合实际认真贯彻执行。',
    ),
  ],
  attachments: ['云州市中医院“十五五”发展规划（2026—2030年）', '云州市中医院“十五五”主要发展指标'],
  signature: { name: '云州市中医院', date: '2026年3月5日' },
  note: '此件主动公开',
  annexes: [
    { title: '云州市中医院“十五五”发展规划（2026—2030年）', body: areas.flatMap(areaOf) },
    { title: '云州市中医院“十五五”主要发展指标', body: [indicators] },
  ],
  imprint: {
    copies: ['云州市卫生健康委员会', '云州市中医药管理局'],
    printer: '云州市中医院办公室',
    printed: '2026年3月5日',
  },
  trace: { draft: '第7稿', code: '3f9a61c0' },
  file: { author: '云州市中医院', at: '2026-03-05T09:00:00+08:00' },
};
