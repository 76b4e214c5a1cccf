import { bilingual } from './language.tsx';

/** Words of the form that changes a password. */
export const PASSWORD = bilingual(
  {
    title: '请先修改口令',
    why: '您的口令由管理员设置，或已到更换期限。修改后方可办理。',
    current: '现在的口令',
    next: '新口令',
    go: '修改口令',
    ends: '修改后，您在其他设备上的登录随即失效。',
    changed: '口令已修改。',
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
    ends: 'Your sessions on other machines end with the change.',
    changed: 'The password has been changed.',
    needed: 'Please fill in',
    show: 'Show',
    hide: 'Hide',
  },
);
