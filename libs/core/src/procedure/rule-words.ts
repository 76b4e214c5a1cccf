import type { Said } from '../refusal.ts';
import type { Definition } from './definition.ts';

type Body = Definition['bodies'][string];

const BASES = {
  all: { zh: '全体成员', en: 'all members' },
  entitled: { zh: '应到成员', en: 'members entitled' },
  present: { zh: '实到成员', en: 'members present' },
  valid: { zh: '有效票', en: 'valid votes' },
  decisive: { zh: '赞成票与反对票之和', en: 'votes for and against' },
} as const;

/** 法定人数 in words, e.g. 到会须达到全体成员的2/3. 以上 includes the number. @source 民法典 §1259 */
export const quorumWords = ({ quorum: { base, num, den, inclusive } }: Body): Said => ({
  zh: `到会须${inclusive ? '达到' : '超过'}${BASES[base].zh}的${num}/${den}`,
  en: `present ${inclusive ? 'at least' : 'more than'} ${num}/${den} of ${BASES[base].en}`,
});

/** 通过比例 in words, e.g. 赞成须超过全体成员的1/2. */
export const passWords = ({ pass: { base, num, den, strict } }: Body): Said => ({
  zh: `赞成须${strict ? '超过' : '达到'}${BASES[base].zh}的${num}/${den}`,
  en: `in favour ${strict ? 'more than' : 'at least'} ${num}/${den} of ${BASES[base].en}`,
});

/** Whether two versions of a body decide by other numbers: of an item between them it matters which one is asked. */
export const decidesOtherwise = (was: Body, is: Body): boolean =>
  quorumWords(was).zh !== quorumWords(is).zh ||
  passWords(was).zh !== passWords(is).zh ||
  was.decides !== is.decides ||
  was.ballot !== is.ballot;

/** Both numbers in one sentence. */
export const decidesBy = (body: Body): Said => ({
  zh: `${quorumWords(body).zh}，${passWords(body).zh}`,
  en: `${quorumWords(body).en}, ${passWords(body).en}`,
});
