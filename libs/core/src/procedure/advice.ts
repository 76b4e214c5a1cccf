import type { Definition } from './definition.ts';
import type { ProcedureFault } from './fault.ts';
import { basisOf } from './effects.ts';
import { passWords, quorumWords } from './rule-words.ts';

type Body = Definition['bodies'][string];
type Share = Pick<Body['quorum'], 'num' | 'den'>;

/** What a body's numbers fall short of, with the rules on which that rests. It holds no publication back. */
export interface ProcedureAdvice extends Omit<ProcedureFault, 'rule'> {
  readonly rule: 'low-quorum' | 'low-majority';
  readonly basis: string;
}

const PARTY = /党委会|党委全体|党总支|支委会|支部委员会|党组会/u;
const CONGRESS = /职代会|职工代表大会|教代会/u;

const TWO_THIRDS: Share = { num: 2, den: 3 };
const isBelow = ({ num, den }: Share, least: Share): boolean => num * least.den < least.num * den;

/**
 * 提示: what rules outside of the house ask of bodies that they know, by the name of the body, where the procedure asks
 * for less. A house may have rules of its own, so that it only shows.
 *
 * @source 中国共产党党组工作条例 §27 半数以上成员到会，决定干部任免、处分党员三分之二以上；赞成票超过应到会成员半数为通过
 * @source 企业民主管理规定 §20 三分之二以上职工代表出席
 */
export const adviceOn = ({ bodies }: Definition): readonly ProcedureAdvice[] =>
  Object.values(bodies).flatMap((body) => {
    if (PARTY.test(body.title)) return [...quorumOf(body, PARTY_QUORUM), ...majorityOf(body)];
    return CONGRESS.test(body.title) ? quorumOf(body, CONGRESS_QUORUM) : [];
  });

const PARTY_QUORUM = {
  zh: '半数以上到会即可召开，但决定干部任免、处分党员须三分之二以上到会，多数单位的议事规则对发展规划等重大事项照此办理',
  en: 'half of them may meet, but two thirds must where officials or discipline are decided, and most houses ask as much for plans',
};
const CONGRESS_QUORUM = {
  zh: '职工代表大会须有全体职工代表三分之二以上出席',
  en: 'two thirds of all delegates must be present',
};

function quorumOf(body: Body, asked: typeof PARTY_QUORUM): readonly ProcedureAdvice[] {
  if (!isBelow(body.quorum, TWO_THIRDS)) return [];
  const { zh, en } = quorumWords(body);
  return [
    {
      rule: 'low-quorum',
      path: [],
      zh: `“${body.title}”${zh}，低于三分之二：${asked.zh}。请核对本单位议事规则`,
      en: `${body.title}: ${en}, less than two thirds: ${asked.en}. Look at the rules of your house`,
      basis: basisOf('meeting.quorum') ?? '',
    },
  ];
}

/** 超过全体的半数, of those who are entitled and not of those who came. */
function majorityOf(body: Body): readonly ProcedureAdvice[] {
  const { base, strict, num, den } = body.pass;
  const half = { num: 1, den: 2 };
  const isEnough = !isBelow({ num, den }, half) && (strict || isBelow(half, { num, den }));
  if (body.decides !== 'vote' || ((base === 'all' || base === 'entitled') && isEnough)) return [];
  const { zh, en } = passWords(body);
  return [
    {
      rule: 'low-majority',
      path: [],
      zh: `“${body.title}”${zh}，低于规定：赞成票须超过应到会成员的半数，不以实到人数或有效票计算`,
      en: `${body.title}: ${en}, less than the rules ask: more than half of all who are entitled, not of those present or of valid votes`,
      basis: basisOf('meeting.majority') ?? '',
    },
  ];
}
