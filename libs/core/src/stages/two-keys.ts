import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { withItsCase } from '../with-its-case.ts';
import type { BallotCounts, BallotState } from './ballot.ts';
import { serves } from './meeting/roll.ts';

/** The ballot and, once it is known, its case. */
const itsCase = withItsCase('ballot');

const Count = z.int().min(0).max(100_000);
const counts = {
  issued: Count.meta({ description: '发出 · ballots handed out' }),
  returned: Count.meta({ description: '收回 · ballots that came back' }),
  yes: Count.meta({ description: '赞成 · for' }),
  no: Count.meta({ description: '反对 · against' }),
  abstain: Count.meta({ description: '弃权 · abstaining' }),
  invalid: Count.meta({ description: '无效 · invalid' }),
};

export const EnterTally = z
  .strictObject(counts)
  .meta({ id: 'EnterTally', description: '计票人录入 · enters the tally' });
export const ConfirmTally = z
  .strictObject(counts)
  .meta({ id: 'ConfirmTally', description: '监票人核对录入 · enters the tally a second time' });

/** 计票人录入; may be entered again until the scrutineer has confirmed. @source 企业民主管理规定 §22 */
export const enterTally: Command<'ballot', BallotCounts> = {
  verb: 'ballot.tally',
  on: 'ballot',
  during: ['open', 'entered'],
  needs: itsCase,
  decide(given, id, tally) {
    const state = given.state('ballot', id);
    if (!state || !(state.matches('open') || state.matches('entered'))) return refuse(closed(state));
    const hand = handOf(given, state, 'teller');
    if ('refusal' in hand) return hand;
    const refusal = wrongSum(tally, state.context.issued);
    if (refusal) return refuse(refusal);
    return {
      facts: [record(streamName('ballot', id), { type: 'TallyEntered', data: { ...tally, ...hand } })],
    };
  },
};

/** 监票人核对录入: the second key, by another person and without a look at the first. */
export const confirmTally: Command<'ballot', BallotCounts> = {
  verb: 'ballot.confirm',
  on: 'ballot',
  during: ['entered'],
  needs: itsCase,
  decide(given, id, tally) {
    const state = given.state('ballot', id);
    const first = state?.context.entered;
    if (!state?.matches('entered') || !first) return refuse(closed(state));
    const hand = handOf(given, state, 'scrutineer');
    if ('refusal' in hand) return hand;
    const refusal = samePerson(first.person, hand.person) ?? differing(first, tally);
    if (refusal) return refuse(refusal);
    const data = { ...tally, post: hand.post };
    return { facts: [record(streamName('ballot', id), { type: 'TallyConfirmed', data })] };
  },
};

const closed = (state: BallotState | undefined): Refusal =>
  notNow(
    'ballot.open',
    '计票尚未录入，或已核对完毕',
    'There is no tally to confirm, or it is confirmed already',
    {
      status: state?.value ?? 'absent',
    },
  );

type Hand = { readonly post: string; readonly person: string };

/** Who holds the key now. */
function handOf(
  given: Given,
  { context }: BallotState,
  role: 'teller' | 'scrutineer',
): Hand | { readonly refusal: Refusal } {
  const { post, person } = given.actor;
  if (post && person && serves(given, context.bodyKey, role)) return { post, person };
  const zh = role === 'teller' ? '须由计票人录入' : '须由监票人核对录入';
  return { refusal: against('ballot.seat', zh, `Only the ${role} enters this`, { role, post }) };
}

const samePerson = (first: string, second: string): Refusal | null =>
  first === second
    ? against('ballot.two-people', '计票人和监票人不能为同一人', 'Teller and scrutineer must be two people')
    : null;

const NAMES = {
  issued: '发出',
  returned: '收回',
  yes: '赞成',
  no: '反对',
  abstain: '弃权',
  invalid: '无效',
} as const;

/** Says which counts differ and never what the first entry was: the second key is turned without a look at it. */
function differing(first: BallotCounts, second: BallotCounts): Refusal | null {
  const differ = (Object.keys(NAMES) as (keyof BallotCounts)[]).filter((key) => first[key] !== second[key]);
  if (differ.length === 0) return null;
  return against(
    'ballot.two-keys',
    `${differ.map((key) => NAMES[key]).join('、')}票数与计票人录入不一致`,
    `These counts differ from the teller’s entry: ${differ.join(', ')}`,
    { differ },
    { zh: '请重新清点，计票人可重新录入', en: 'Count again; the teller may enter it again' },
  );
}

/** More back than out is entered as it is: the ballot is void then. @source 选举办法 收回多于发出无效 */
function wrongSum(tally: BallotCounts, present: number): Refusal | null {
  const { issued, returned } = tally;
  if (issued > present)
    return against(
      'ballot.sum',
      `发出${issued}张多于实到${present}人`,
      `${issued} ballots for ${present} present`,
      {
        issued,
        present,
      },
    );
  const sum = tally.yes + tally.no + tally.abstain + tally.invalid;
  if (sum !== returned)
    return against(
      'ballot.sum',
      `各项票数之和${sum}与收回${returned}不符`,
      `The counts add up to ${sum}, not to ${returned}`,
      {
        sum,
        returned,
      },
    );
  return null;
}
