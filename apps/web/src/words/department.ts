import { bilingual } from './language.tsx';

/** 本科室: what it owes, what it handed in, and what became of what it said. */
export const DEPARTMENT = bilingual(
  {
    title: '本科室',
    nav: '本科室',
    none: '您不是科室负责人',
    noneWhy: '这里显示科室应报、已报的材料和意见采纳情况，供科室负责人和联络员使用。',
    toTodo: '查看待办',
    summary: (owed: number, late: number) =>
      late > 0 ? `应办${owed}件，其中${late}件已逾期` : `应办${owed}件，均未逾期`,
    clear: '目前没有应报、应办的事项。',
    groups: { hand: '应报送', confirm: '待核对、确认', answer: '待反馈、会签', other: '其他待办' },
    register: '报送情况',
    registerEmpty: '还没有布置给本科室的报送。',
    columns: { what: '事项', due: '期限', received: '收到时间', status: '状态', marks: '标记' },
    notYet: '—',
    opinions: '本科室的意见',
    opinionsEmpty: '还没有提出意见。',
    opinion: { no: '序号', words: '意见', outcome: '采纳情况', status: '办理状态' },
    pending: '待处理',
    erased: '（内容已清除）',
    object: '有异议的，可在该意见页面提出一次；规划办须答复。',
  },
  {
    title: 'My department',
    nav: 'Dept.',
    none: 'You do not head a department',
    noneWhy:
      'This page shows what a department owes and handed in and what became of its opinions, for its head and liaison.',
    toTodo: 'To do',
    summary: (owed: number, late: number) =>
      late > 0 ? `${owed} to be done, ${late} of them overdue` : `${owed} to be done, none overdue`,
    clear: 'Nothing is owed at present.',
    groups: {
      hand: 'To be handed in',
      confirm: 'To be checked or confirmed',
      answer: 'To be answered or countersigned',
      other: 'Other',
    },
    register: 'What was handed in',
    registerEmpty: 'Nothing has been asked of the department yet.',
    columns: { what: 'What', due: 'Due', received: 'Received', status: 'Status', marks: 'Marks' },
    notYet: '—',
    opinions: 'Opinions of the department',
    opinionsEmpty: 'No opinion was given yet.',
    opinion: { no: 'No.', words: 'Opinion', outcome: 'What became of it', status: 'Status' },
    pending: 'pending',
    erased: '(erased)',
    object: 'You may object to an outcome once, on the page of the opinion; the office has to answer.',
  },
);
