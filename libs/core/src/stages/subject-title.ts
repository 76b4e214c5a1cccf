import type { CaseState, Subject } from '../case/case.ts';

const TITLES: { readonly [S in Subject]: string } = { scheme: '编制工作方案', manuscript: '规划文稿' };

/** What a text of the case is called in a notice of meeting or on the issue, e.g. `《“十五五”发展规划》（编制工作方案）`. */
export const titleOf = ({ context: { title } }: CaseState, subject: Subject): string =>
  `${title.startsWith('《') ? title : `《${title}》`}（${TITLES[subject]}）`;
