import { bilingual } from './language.tsx';

/** Fields of a form. */
export const FORM = bilingual(
  {
    needed: '（必填）',
    choose: '请选择',
    unset: '不设',
    numbers: '用顿号隔开',
    remove: (n: number) => `删去第${n}项`,
    add: (what: string) => `增加：${what}`,
  },
  {
    needed: ' (required)',
    choose: 'Choose',
    unset: 'Not set',
    numbers: 'Separated by commas',
    remove: (n: number) => `Remove item ${n}`,
    add: (what: string) => `Add: ${what}`,
  },
);
