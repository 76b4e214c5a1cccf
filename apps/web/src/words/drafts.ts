import { bilingual } from './language.tsx';

/** Words about texts that another machine holds. */
export const DRAFTS = bilingual(
  {
    title: '您在另一台设备上还写过一份，与这一份不同',
    swap: '改用那一份',
    forget: '不要那一份',
    form: '另一份填写的内容',
    hint: '两份都已保存；改用后，现在这一份仍可换回。',
  },
  {
    title: 'On another machine you wrote a text that differs from this one',
    swap: 'Use that one',
    forget: 'Discard that one',
    form: 'what was filled in there',
    hint: 'Both are kept; after the change you can go back to this one.',
  },
);
