import { bilingual } from './language.tsx';

/** A field for a day. */
export const DAY_FIELD = bilingual(
  {
    shape: '如 2026-03-05',
    calendar: (name: string) => `从日历选择：${name}`,
  },
  {
    shape: 'such as 2026-03-05',
    calendar: (name: string) => `Choose from a calendar: ${name}`,
  },
);
