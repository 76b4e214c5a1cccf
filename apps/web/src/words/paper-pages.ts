import { bilingual } from './language.tsx';

/** What the papers are called to whoever reads English; the papers themselves are Chinese. */
const NAMES: { readonly [title: string]: string } = {
  起草说明: 'Note on the drafting',
  编制说明: 'Note on the compilation',
  未报送科室名单: 'Departments that have not handed in',
  意见采纳情况汇总表: 'Opinions and what became of them',
  审批单: 'Approval sheet',
  送签单: 'Slip for signature',
  修改对照表: 'Table of changes',
  科室发展规划报送模板: 'Template for a department’s plan',
  篇章报送模板: 'Template for a chapter',
  征求意见函: 'Letter asking for opinions',
  意见反馈表: 'Form for opinions',
  电话记录单: 'Record of a telephone call',
  督办单: 'Supervision sheet',
  '报送文件（请示、报告）': 'Document for the authority',
  主要指标表: 'Table of main indicators',
  发文稿纸: 'Dispatch sheet',
  印发通知: 'Notice of issue',
  签收单: 'Receipts',
  会议通知: 'Notice of the meeting',
  会议材料汇编: 'Papers of the meeting in one file',
  签到表: 'Attendance sheet',
  表决票: 'Ballot papers',
  表决结果报告: 'Report on the vote',
  会议记录: 'Record of the meeting',
  会议纪要: 'Minutes of the meeting',
  职代会决议: 'Resolution of the staff congress',
  议题申报表: 'Form for tabling an item',
};

/** A paper as it will be printed, page by page. */
export const PAPER_PAGES = bilingual(
  {
    called: (title: string) => title,
    look: '预览',
    page: (n: number, all: number) => `第${n}页，共${all}页`,
    more: (from: number, to: number) => `显示第${from}至${to}页`,
    substituted: (list: string) => `服务器未装规范字体，预览和 PDF 以其他字体代替：${list}。`,
    by: (wanted: string, stand: string) => `${wanted}（以${stand}代替）`,
  },
  {
    called: (title) => NAMES[title] ?? title,
    look: 'Preview',
    page: (n: number, all: number) => `Page ${n} of ${all}`,
    more: (from: number, to: number) => `Show pages ${from} to ${to}`,
    substituted: (list: string) =>
      `Fonts of the standard are missing here; preview and PDF use others: ${list}.`,
    by: (wanted: string, stand: string) => `${wanted} (${stand} instead)`,
  },
);
