import { OpinionToken, Problem } from '@mouding/contract';
import type { Company } from '../../play/company.ts';
import { send, type Heard } from '../../play/http.ts';
import type { Who } from '../../play/institutions.ts';

/** The two doors of a consultation through which opinions without a name come in. */
export interface Giving {
  /** Asks for a token as somebody. */
  ask(who: Who): Promise<Heard>;
  /** @throws Error with the answer when there is none */
  tokenOf(who: Who): Promise<string>;
  /** Gives an opinion; a cookie that comes along must change nothing. */
  give(token: string, wording: string, more?: object, cookie?: string): Promise<Heard>;
}

export function givingAt({ api, players }: Company, consultation: string): Giving {
  const ask = (who: Who): Promise<Heard> =>
    send(api, {
      method: 'POST',
      path: `/v1/consultations/${consultation}/tokens`,
      cookie: players[who].cookie,
      body: {},
    });
  return {
    ask,
    tokenOf: async (who) => {
      const { status, text } = await ask(who);
      if (status !== 201) throw new Error(`a token for ${who}: ${status} ${text}`);
      return OpinionToken.parse(JSON.parse(text)).token;
    },
    give: (token, wording, more = {}, cookie) =>
      send(api, {
        method: 'POST',
        path: '/v1/anonymous/opinions',
        cookie,
        body: { token, consultation, about: '第一章', quote: null, wording, ...more },
      }),
  };
}

/** The status of a refusal, and the rule that it names. */
export const ruleOf = ({ status, text }: Heard): readonly [number, string | undefined] => [
  status,
  Problem.parse(JSON.parse(text)).rule,
];
