import { both, type Words } from './words.ts';

/** How far the text of an original has come. */
export const READING_WORDS: Words = {
  waiting: both('已收件，正在读入', 'received, being read'),
  revisions: both('原件有修订，待确定读法', 'has tracked changes: how are they to be read'),
  read: both('已读入，待核对', 'read, to be checked'),
  checked: both('已核对，待科室确认', 'checked, to be confirmed'),
  confirmed: both('科室已确认', 'confirmed by its department'),
  attached: both('仅作附件留存', 'kept as an attachment'),
  unread: both('未能读入，请补正', 'could not be read: another one is asked for'),
};
