import { bilingual } from './language.tsx';

/** Words of the page on which something new begins. */
export const MAKING = bilingual(
  {
    title: '新建事项',
    about: '规划编制工作',
    choose: '请先选择规划编制工作',
    which: '选择要办理的事项',
    none: '没有这样的事项',
    noneWhy: '地址可能有误。',
    back: '返回全部新建事项',
  },
  {
    title: 'Begin something',
    about: 'Case',
    choose: 'Choose the case first',
    which: 'What is to be begun',
    none: 'There is no such thing to begin',
    noneWhy: 'The address may be mistyped.',
    back: 'Back to everything that can be begun',
  },
);
