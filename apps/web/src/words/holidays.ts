import { bilingual } from './language.tsx';

/** Days off out of a table, compared with the arrangement of now. */
export const HOLIDAYS = bilingual(
  {
    title: '导入节假日安排',
    template: '下载现行安排（.xlsx），修改后导入',
    hint: '.xlsx 或 .csv，每行一项：放假写起始日和截止日，调休上班写日期。先与现行安排逐日对照，核对后再办理。',
    reading: '正在对照……',
    unread: (row: number, text: string) => `第${row}行没有日期，未读入：${text}`,
    year: (year: number, n: number) =>
      n === 0 ? `${year}年：与现行安排一致` : `${year}年：与现行安排有${n}日不同`,
    day: '日期',
    was: '现行安排',
    now: '导入后',
    said: { off: '放假', worked: '调休上班', nothing: '未作安排' },
  },
  {
    title: 'Import days off',
    template: 'Download the arrangement of now (.xlsx), change it, bring it back',
    hint: '.xlsx or .csv, one line each: first and last day off, or a day that is worked. It is compared day by day before anything is set.',
    reading: 'Comparing …',
    unread: (row: number, text: string) => `Row ${row} has no day and was not read: ${text}`,
    year: (year: number, n: number) =>
      n === 0 ? `${year}: as it is arranged now` : `${year}: ${n} days differ from the arrangement of now`,
    day: 'Day',
    was: 'Now',
    now: 'After the import',
    said: { off: 'off', worked: 'worked', nothing: 'nothing arranged' },
  },
);
