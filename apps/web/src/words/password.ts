import { bilingual } from './language.tsx';

/** Words of the form that changes a password. */
export const PASSWORD = bilingual(
  {
    title: '请先修改口令',
    why: '您的口令由管理员设置，或已到更换期限。修改后方可办理。',
    current: '现在的口令',
    next: '新口令',
    go: '修改口令',
    needed: '请填写',
    show: '显示',
    hide: '隐藏',
  },
  {
    title: 'Change your password first',
    why: 'Your password was chosen by somebody else or is too old. Change it to go on.',
    current: 'Present password',
    next: 'New password',
    go: 'Change password',
    needed: 'Please fill in',
    show: 'Show',
    hide: 'Hide',
  },
);
