import { bilingual } from './language.tsx';

/** Words that people said and that are kept sealed: an opinion, a reason, an objection. */
export const SEALED = bilingual(
  {
    title: '内容',
    erased: '（内容已按规定清除）',
    fields: { about: '所在位置', quote: '原文', wording: '意见', proposed: '建议改为' },
  },
  {
    title: 'What was said',
    erased: '(erased by rule)',
    fields: { about: 'Place', quote: 'As it reads', wording: 'Opinion', proposed: 'What should stand there' },
  },
);
