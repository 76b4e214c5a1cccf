import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import type { Body } from '../../org/org.ts';
import { Key } from '../../procedure/definition.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { rollOf, serves, votingSeats } from '../meeting/roll.ts';

export const CallSitting = z
  .strictObject({
    body: Key.meta({ description: '议事决策机构标识 · key of the body' }),
    at: z.iso.datetime({ precision: 3 }).meta({ description: '会议时间（UTC） · when it is held' }),
    place: z.string().trim().min(1).max(100).meta({ description: '会议地点 · where it is held' }),
    titles: z.array(z.string().trim().min(1).max(200)).max(60).default([]).meta({
      description: '议程：各议题名称，按顺序 · the agenda in its order; ours take their places afterwards',
    }),
  })
  .meta({ id: 'CallSitting', description: '召集会次 · calls a sitting with several matters' });

/**
 * 召集会次: one body, one day, one room, several matters in their order. Each of ours stays a meeting of its own (一事一议)
 * that takes its place on the agenda; of the others only numbers and what came of them are kept, their titles are sealed.
 */
export const callSitting: Command<'sitting', z.infer<typeof CallSitting>> = {
  verb: 'sitting.call',
  on: 'sitting',
  during: ['absent'],
  needs: (_, id) => [{ write: streamName('sitting', id) }],
  decide(given, id, { body: key, at, place, titles }) {
    if (given.state('sitting', id))
      return refuse(notNow('sitting.new', '该会次已经召集', 'This sitting has been called already'));
    const body = given.org.context.bodies.find((formed) => formed.key === key);
    if (!body) return refuse(noBody(key));
    const roll = rollOf(body, given.org);
    const refusal = notCalling(given, body) ?? (votingSeats(roll).length === 0 ? noBody(key) : null);
    if (refusal) return refuse(refusal);
    const stream = streamName('sitting', id);
    const data = {
      body: body.id,
      bodyKey: key,
      title: body.name,
      at,
      place,
      roll,
      items: titles.length,
    };
    const sealed = titles.length === 0 ? [] : sealedBy(given.actor, { agenda: titles });
    return { facts: [record(stream, { type: 'SittingCalled', data }, sealed)], made: stream };
  },
};

const noBody = (key: string): Refusal =>
  against(
    'meeting.roll',
    '该机构尚未组成，或席位无人在任',
    'The body has not been formed, or nobody holds a seat in it',
    { body: key },
    { zh: '请先组成机构并任职', en: 'Form the body and fill its posts first' },
  );

const notCalling = (given: Given, { key, name }: Body): Refusal | null =>
  isOffice(given.actor) || serves(given, key, 'secretary')
    ? null
    : against(
        'sitting.calls',
        `须由规划办或${name}的会议秘书办理`,
        'The office or the secretary of this body does this',
        { post: given.actor.post, body: key },
      );
