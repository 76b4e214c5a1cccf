import type { Said } from '@mouding/core';
import type { SheetTrouble } from '@mouding/documents';

/** Why a file that was sent is no sheet that could be read. */
export const TROUBLES: { readonly [T in SheetTrouble]: Said } = {
  'not-a-sheet': { zh: '不是 .xlsx 表格，或已损坏', en: 'It is no .xlsx, or it is broken' },
  macros: { zh: '表格含有宏，不予接收；请另存为不含宏的 .xlsx', en: 'It has macros: save it without' },
  links: { zh: '表格引用了其他文件，不予接收', en: 'It refers to other files' },
  'too-large': { zh: '表格过大', en: 'It is too large' },
};
