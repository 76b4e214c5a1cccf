import { z } from 'zod';
import { minutesBetween } from '../../calendar.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { alreadySo, seatOfPost } from './arrive.ts';
import type { Claim } from './facts.ts';
import { notStanding } from './attach.ts';
import type { SittingState } from './sitting.ts';

export const RecordSittingAttendance = z
  .strictObject({
    post: z.uuid().meta({ description: '成员的岗位 · the post of the member' }),
    what: z.enum(['coming', 'leaving']).meta({ description: '到会、离会 · coming or leaving' }),
    at: z.iso
      .datetime({ precision: 3 })
      .meta({ description: '到会或离会的时间（UTC） · when, as is claimed' }),
    by: z
      .enum(['room', 'video'])
      .default('room')
      .meta({ description: '现场、视频 · in the room, or by video' }),
  })
  .meta({
    id: 'RecordSittingAttendance',
    description: '补登到会、离会 · enters afterwards who came or left',
  });

/**
 * 补登到会、离会, with the time that is claimed. Entered later than the body allows, it counts only when another person has
 * confirmed it, and it stays marked. What was put before is not touched: who voted then stands with it.
 */
export const recordSittingAttendance: Command<'sitting', z.infer<typeof RecordSittingAttendance>> = {
  verb: 'sitting.record-attendance',
  on: 'sitting',
  concurrent: true,
  during: ['called', 'open', 'adjourned'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide(given, id, { post, what: said, at, by }) {
    const state = given.state('sitting', id);
    if (!state) return refuse(notStanding(state));
    const seat = seatOfPost(given, state.context, post);
    if ('refusal' in seat) return seat;
    const what = said === 'coming' ? ('came' as const) : ('went' as const);
    const refusal = yetToCome(given, at) ?? alreadySo(state.context, seat, { what, at });
    if (refusal) return refuse(refusal);
    const movement = { post, person: seat.person, what, at, by };
    const minutes = minutesBetween(at, given.now);
    const name = streamName('sitting', id);
    if (minutes <= state.context.backdating) {
      const data = { ...movement, entered: 'afterwards', enteredBy: given.actor.post };
      return { facts: [record(name, { type: 'MovementNoted', data })] };
    }
    const claim = {
      ...movement,
      no: state.context.claimed + 1,
      claimedBy: given.actor.person ?? '',
      minutes,
    };
    return {
      facts: [record(name, { type: 'MovementClaimed', data: claim })],
      notices: [longPast(minutes, state.context.backdating)],
    };
  },
};

const yetToCome = ({ now }: Given, at: string): Refusal | null =>
  at <= now
    ? null
    : against('record.happened', '发生时间不能晚于现在', 'What is recorded must have happened already', {
        at,
        now,
      });

const longPast = (minutes: number, allowed: number): Notice => ({
  rule: 'sitting.backdating',
  said: {
    zh: `补登的时间早于现在${minutes}分钟，超过${allowed}分钟，须另一人确认后生效`,
    en: `Entered ${minutes} minutes later, more than ${allowed}: it counts once another person has confirmed it`,
  },
  facts: { minutes, allowed },
});

export const ConfirmAttendance = z
  .strictObject({
    claim: z.int().min(1).max(10_000).meta({ description: '待确认的第几项 · which of the claims' }),
    agree: z.boolean().meta({ description: '确认，或者退回 · confirms it, or sends it back' }),
  })
  .meta({ id: 'ConfirmAttendance', description: '确认补登 · the second person confirms' });

/** 双人确认: another person than whoever entered it; whoever entered it may take it back. */
export const confirmAttendance: Command<'sitting', z.infer<typeof ConfirmAttendance>> = {
  verb: 'sitting.confirm-attendance',
  on: 'sitting',
  during: ['called', 'open', 'adjourned'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide(given, id, { claim: no, agree }) {
    const state = given.state('sitting', id);
    const claim = state?.context.claims.find((one) => one.no === no);
    if (!state || !claim) return refuse(noClaim(state, no));
    const by = given.actor.person ?? '';
    const name = streamName('sitting', id);
    if (!agree) return { facts: [record(name, { type: 'MovementRefused', data: { no, by } })] };
    if (by === claim.claimedBy) return refuse(samePerson());
    const data = { ...movementOf(claim), entered: 'afterwards', enteredBy: given.actor.post };
    const facts = [record(name, { type: 'MovementNoted', data: { ...data, confirmed: { no, by } } })];
    return { facts };
  },
};

const movementOf = ({ post, person, what, at, by }: Claim) => ({ post, person, what, at, by });

const noClaim = (state: SittingState | undefined, no: number): Refusal =>
  notNow('sitting.claim', '没有这一项待确认的补登', 'There is no such claim to be confirmed', {
    no,
    status: state?.value ?? 'absent',
  });

const samePerson = (): Refusal =>
  against(
    'sitting.two-keys',
    '补登人不能自己确认',
    'Whoever entered it does not confirm it',
    {},
    { zh: '请主持人或者另一名会议秘书确认', en: 'Have whoever presides, or another secretary, confirm it' },
  );
