import type { Operation, Tree } from './tree.ts';

/** Why an operation does not fit the tree that it meets. */
export type Why =
  | 'unknown-node'
  | 'id-taken'
  | 'id-form'
  | 'erased'
  | 'outside'
  | 'within-character'
  | 'not-next'
  | 'into-itself'
  | 'kind'
  | 'depth'
  | 'blank-text'
  | 'not-blank'
  | 'characters';

/** An operation that cannot be done: none of the list is. */
export interface Misfit {
  readonly misfit: Why;
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly operation: Operation;
}

export const isMisfit = (result: Tree | readonly Operation[] | Misfit): result is Misfit =>
  'misfit' in result;

const SENTENCES: { readonly [why in Why]: { readonly zh: string; readonly en: string } } = {
  'unknown-node': {
    zh: '所指条文不在文稿中，可能已被删除。',
    en: 'The clause is not in the text; it may have been removed.',
  },
  'id-taken': { zh: '新条文的编号已被占用。', en: 'The id of the new clause is taken.' },
  'id-form': {
    zh: '条文编号应为 n 加十位小写字母或数字。',
    en: 'The id of a clause is n and ten of 0-9 and a-z.',
  },
  erased: { zh: '该条文已按规定清除，不能再修改。', en: 'The clause was erased and cannot be edited.' },
  outside: {
    zh: '拆分位置应在条文之内，前后均须有文字。',
    en: 'A clause is split inside of its text, with words on both sides.',
  },
  'within-character': {
    zh: '拆分位置落在一个字的中间。',
    en: 'The place of the split lies within a character.',
  },
  'not-next': { zh: '只能与紧接其后的条文合并。', en: 'A clause is joined with the one right behind it.' },
  'into-itself': {
    zh: '条文不能移到自身或其下级之后。',
    en: 'A clause cannot go behind itself or what lies under it.',
  },
  kind: { zh: '没有这一类条文。', en: 'There is no such kind of clause.' },
  depth: { zh: '层级应在1至32之间。', en: 'The depth is from 1 to 32.' },
  'blank-text': {
    zh: '条文不能为空，首尾不能是空行。',
    en: 'A clause has words, and no blank line at its ends.',
  },
  'not-blank': { zh: '此处只能是空行。', en: 'Only blank lines can stand here.' },
  characters: { zh: '含有不能保存的字符。', en: 'It has characters that cannot be kept.' },
};

/** The misfit in words. */
export const misfitSays = ({ misfit }: Misfit): { readonly zh: string; readonly en: string } =>
  SENTENCES[misfit];
