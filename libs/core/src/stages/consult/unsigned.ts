import type { Json } from '@mouding/evidence';
import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { isOpen } from '../../case/advance.ts';
import type { CaseState } from '../../case/case.ts';
import { record, type Recorded } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { over, type ConsultationState } from './consultation.ts';
import { anchorOf, OpinionRow } from '../opinion/opinion-row.ts';
import { GiveOpinion } from './reply.ts';

/** The verb in the entries of unsigned opinions; no person can ask it, and no key comes with it. */
export const UNSIGNED_VERB = 'consultation.give-unsigned';

/** Tokens that one person may have for one consultation. */
export const MOST_TOKENS = 3;

export const GiveUnsigned = GiveOpinion.extend({
  token: z.string().max(200).meta({ description: '一次性凭证 · the one-time token' }),
  consultation: z.uuid().meta({ description: '征求意见的标识 · the consultation' }),
}).meta({ id: 'GiveUnsigned', description: '提交不署名意见 · gives an opinion without a name' });

/** What can be done when an unsigned opinion was not taken: nothing of it was kept, and the token is as it was. */
const ELSEWHERE = {
  zh: '凭证未使用，意见未留存；可以书面、电话或当面向规划办反映，由规划办登记为职工群众意见',
  en: 'The token is unused and nothing was kept; the planning office records what it is told on paper, by telephone or in person',
};

/** Whether an unsigned opinion, or the wish for a token, comes within the window; the answer to whoever comes too late. */
export function outsideWindow(
  state: ConsultationState | undefined,
  of: CaseState | undefined,
  received: string,
): Refusal | null {
  const inside =
    state?.matches('open') && inTime(received, state.context.due) && isOpen(of, state.context.stage);
  return inside ? null : { ...over(state), needs: ELSEWHERE };
}

/** A person has had all the tokens there are for one. */
export const tooManyTokens: Refusal = notNow(
  'unsigned.tokens',
  `每人每次征求意见最多可领取${MOST_TOKENS}个凭证，您已领完`,
  `Everybody has at most ${MOST_TOKENS} tokens for a consultation; you have had yours`,
  { most: MOST_TOKENS },
  {
    zh: '如还有意见，可由科室反馈，或向规划办反映',
    en: 'Your department or the planning office takes further opinions',
  },
);

const TOKEN_REFUSALS: { readonly [outcome: string]: Refusal } = {
  used: notNow(
    'unsigned.token-used',
    '该凭证已使用，凭该凭证提交的意见已收到，不能再次提交',
    'This token was used: the opinion that came with it was received, and no other one can come with it',
    {},
    { zh: '如还有其他意见，请另领凭证', en: 'Take another token for another opinion' },
  ),
  elsewhere: notNow(
    'unsigned.token-elsewhere',
    '该凭证不是本次征求意见的凭证',
    'This token is of another consultation',
    {},
    { zh: '请在本次征求意见页面领取凭证', en: 'Take a token of this consultation' },
  ),
  unknown: notNow(
    'unsigned.token-unknown',
    '凭证无效',
    'This is no token',
    {},
    { zh: '请核对凭证，或重新领取', en: 'Look at the token again, or take another one' },
  ),
};

/** Why a token does not do: `used`, `elsewhere`, `unknown`; null for a token that does. */
export const tokenRefusal = (outcome: string): Refusal | null => TOKEN_REFUSALS[outcome] ?? null;

const Place = OpinionRow.pick({ clause: true, quote: true, sort: true });
/** Where it belongs, as it lay in the box. */
const placeOf = (plain: Json): ReturnType<typeof anchorOf> => {
  const place = Place.safeParse(
    Object.fromEntries(Object.entries(plain ?? {}).filter(([name]) => name in Place.shape)),
  );
  return place.success ? anchorOf(place.data) : {};
};

/** The facts of opinions out of the box, in the order in which they come. Each is sealed under its own id: nobody’s. */
export const unsignedFacts = (
  id: string,
  { context: { case: caseId, stage, opinions } }: ConsultationState,
  boxed: readonly { readonly id: string; readonly plain: Json }[],
): readonly Recorded[] =>
  boxed.flatMap(({ id: own, plain }, i) => {
    const opinion = streamName('opinion', own);
    const no = opinions.length + i + 1;
    const of = { consultation: id, case: caseId, stage, department: null, no, from: 'unsigned' };
    const data = { ...of, ...placeOf(plain) };
    return [
      record(opinion, { type: 'OpinionGiven', data }, [{ subject: own, plain }]),
      record(streamName('consultation', id), { type: 'UnsignedOpinionReceived', data: { opinion } }),
    ];
  });
