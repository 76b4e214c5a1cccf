import { bilingual } from './language.tsx';

/** Where a text is no longer the one that a body decided. */
export const DIFFERENCE = bilingual(
  {
    differs: (line: number) => `第${line}行与审议通过的文稿不一致`,
    decided: '审议稿',
    current: '现稿',
  },
  {
    differs: (line: number) => `Line ${line} differs from the decided text`,
    decided: 'Decided',
    current: 'Now',
  },
);
