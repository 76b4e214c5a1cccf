import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { notNow, unknownText, against } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { rollOf, votingSeats } from '../meeting/roll.ts';
import { elsewhere, itsCase, signerOf } from './ask.ts';
import type { TablingContext, TablingState } from './tabling.ts';

/** States in which the item is neither declined nor taken back. */
export const LIVE = ['asked', 'changing', 'backed', 'cleared', 'tabled'] as const;

export const isLive = (state: TablingState | undefined): state is TablingState =>
  state !== undefined && LIVE.some((value) => state.matches(value));

export const NoteConsensus = z
  .strictObject({
    agreed: z.boolean().meta({ description: '书记、院长意见一致，同意上会 · whether they agree' }),
  })
  .meta({ id: 'NoteConsensus', description: '登记会前沟通情况 · notes what the two chiefs agreed' });

/**
 * 书记院长会前沟通: noted by either of them or for them; the last note counts. What they said to each other is nobody's
 * to keep here.
 *
 * @source 公立医院党委会、院长办公会议事规则 书记、院长会前充分沟通，意见不一致的暂不上会
 */
export const noteConsensus: Command<'tabling', z.infer<typeof NoteConsensus>> = {
  verb: 'tabling.note-consensus',
  on: 'tabling',
  during: LIVE,
  needs: itsCase,
  decide(given, id, { agreed }) {
    const state = given.state('tabling', id);
    if (!isLive(state)) return refuse(elsewhere(state));
    const fact = { type: 'ConsensusNoted', data: { ...signerOf(given), agreed } };
    return { facts: [record(streamName('tabling', id), fact)] };
  },
};

export const CirculatePapers = z
  .strictObject({
    papers: z
      .array(TextRef)
      .max(20)
      .default([])
      .meta({ description: '文稿以外的会议材料 · papers besides the text' }),
  })
  .meta({ id: 'CirculatePapers', description: '会前送阅材料 · sends the papers to every member' });

/** 会前酝酿: text and papers to every seat of the body with a vote, as it is filled today. */
export const circulatePapers: Command<'tabling', z.infer<typeof CirculatePapers>> = {
  verb: 'tabling.circulate',
  on: 'tabling',
  during: LIVE,
  needs: (known, id, { papers }) => [...itsCase(known, id), ...papers.map((text) => ({ text }))],
  decide(given, id, { papers }) {
    const state = given.state('tabling', id);
    if (!isLive(state)) return refuse(elsewhere(state));
    const lacking = papers.find((paper) => !given.has(paper));
    if (lacking) return refuse(unknownText(lacking));
    const to = membersOf(given, state.context);
    if (to.length === 0)
      return refuse(
        against('tabling.members', '本机构席位无人在任，无处送阅', 'Nobody holds a seat in this body', {
          body: state.context.bodyKey,
        }),
      );
    const fact = { type: 'PapersCirculated', data: { papers, to } };
    return { facts: [record(streamName('tabling', id), fact)] };
  },
};

/** Posts of the body with a vote, one for each person who holds any. */
export function membersOf(given: Given, { bodyKey }: TablingContext): readonly string[] {
  const body = given.org.context.bodies.find(({ key }) => key === bodyKey);
  return body ? votingSeats(rollOf(body, given.org)).map(({ post }) => post) : [];
}

export const ReadPapers = z
  .strictObject({ text: TextRef.meta({ description: '所阅文稿 · the text that was read' }) })
  .meta({ id: 'ReadPapers', description: '阅看会议材料 · has read the papers' });

/** 会前阅读: by whoever was sent them, of the text as it is now. Noted once. */
export const readPapers: Command<'tabling', z.infer<typeof ReadPapers>> = {
  verb: 'tabling.read',
  on: 'tabling',
  concurrent: true,
  during: LIVE,
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('tabling', id);
    if (!isLive(state)) return refuse(elsewhere(state));
    const { context } = state;
    const { post } = given.actor;
    if (post === null || !context.to.includes(post))
      return refuse(
        against('tabling.circulated', '会议材料没有送您阅看', 'The papers were not sent to you', { post }),
      );
    if (!sameText(text, context.text))
      return refuse(
        notNow('tabling.text', '所阅文稿不是现在送阅的文稿', 'Another text is circulated now', {
          read: text.hash,
          current: context.text.hash,
        }),
      );
    if (context.read.includes(post)) return { facts: [] };
    const fact = { type: 'PapersOpened', data: { post, by: given.actor.person ?? '' } };
    return { facts: [record(streamName('tabling', id), fact)] };
  },
};
