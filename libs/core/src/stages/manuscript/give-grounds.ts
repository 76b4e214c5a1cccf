import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { isSame, type Bare } from './bare.ts';
import { Ground, groundIn, groundNeeds, isBare } from './ground.ts';
import type { ManuscriptState } from './manuscript.ts';
import { strangeCites } from './passages.ts';

const Which = z
  .discriminatedUnion('of', [
    z.strictObject({ of: z.literal('all') }),
    z.strictObject({
      of: z.literal('changes'),
      changes: z
        .array(z.strictObject({ step: z.int().min(1), change: z.int().min(1) }))
        .min(1)
        .max(2000),
    }),
    z.strictObject({
      of: z.literal('nodes'),
      nodes: z
        .array(z.string().regex(/^n[0-9a-z]{10}$/))
        .min(1)
        .max(2000),
    }),
  ])
  .meta({
    description:
      '哪些修改：全部未注明的、按修改序号、按条目 · all that rest on nothing, some by number, or those of some nodes',
  });

export const GiveGrounds = z
  .strictObject({
    which: Which,
    cites: z
      .templateLiteral([z.enum(['opinion', 'meeting', 'filing']), '/', z.uuid()])
      .nullable()
      .default(null)
      .meta({ description: '修改所依据的意见、会议或批复 · what the changes answer' }),
    ground: Ground.optional(),
    reason: z.string().trim().max(500).default('').meta({ description: '修改说明 · why' }),
  })
  .meta({
    id: 'GiveGrounds',
    description: '补充修改依据（可批量） · says in bulk what changes rest on that were made already',
  });

type Body = z.infer<typeof GiveGrounds>;

/**
 * 补充修改依据: "以下47处：按领导小组会议意见". What a change rests on need not be said when it is saved; it is said here,
 * for many at once, before the text is put before a body. What was said once stands.
 */
export const giveGrounds: Command<'manuscript', Body> = {
  verb: 'manuscript.give-grounds',
  on: 'manuscript',
  needs: (known, id, body) => {
    const context = known.state('manuscript', id)?.context;
    return [
      { write: streamName('manuscript', id) },
      ...(context ? [{ read: streamName('case', context.case) }] : []),
      ...groundNeeds([body]),
    ];
  },
  decide(given, id, body) {
    const state = given.state('manuscript', id);
    const chosen = chosenIn(state?.context.bare ?? [], body.which);
    const refusal = unsaid(body) ?? notBare(state, chosen, body.which) ?? strange(given, state, body);
    if (refusal) return refuse(refusal);
    const { cites, reason } = body;
    const why = reason === '' ? [] : sealedBy(given.actor, { reason });
    const facts = inParts(chosen).map((changes) => {
      const data = { changes, cites, ...groundIn(body), by: given.actor.person ?? '' };
      return record(streamName('manuscript', id), { type: 'ChangesGrounded', data }, why);
    });
    return { facts };
  },
};

/** Changes of one fact, so that it stays within what an entry of the log can hold. */
const MOST = 1000;

const inParts = (chosen: readonly Bare[]): readonly { step: number; change: number }[][] =>
  Array.from({ length: Math.ceil(chosen.length / MOST) }, (_, part) =>
    chosen.slice(part * MOST, (part + 1) * MOST).map(({ step, change }) => ({ step, change })),
  );

const unsaid = (body: Body): Refusal | null =>
  isBare(body)
    ? notNow(
        'manuscript.no-ground',
        '未注明修改依据',
        'Nothing is said that the changes rest on',
        {},
        {
          zh: '请注明所答复的意见、会议或批复，或者选择修改依据',
          en: 'Name the opinion, meeting or filing, or choose a ground',
        },
      )
    : null;

function chosenIn(bare: readonly Bare[], which: Body['which']): readonly Bare[] {
  if (which.of === 'all') return bare;
  if (which.of === 'nodes')
    return bare.filter(({ nodes }) => nodes.some((node) => which.nodes.includes(node)));
  return bare.filter((one) => which.changes.some((asked) => isSame(one, asked)));
}

/** Nothing is left to be said, or something was named that rests on something already. */
function notBare(
  state: ManuscriptState | undefined,
  chosen: readonly Bare[],
  which: Body['which'],
): Refusal | null {
  const asked = which.of === 'changes' ? which.changes.length : 1;
  if (chosen.length >= asked) return null;
  const open = state?.context.bare.length ?? 0;
  return notNow(
    'manuscript.grounded',
    open === 0 ? '没有未注明依据的修改' : '所选修改不存在，或已注明依据',
    'There is no such change, or it rests on something already',
    { asked, found: chosen.length, open },
    { zh: '请从尚未注明依据的修改中选择', en: 'Choose among those that rest on nothing yet' },
  );
}

const strange = (given: Given, state: ManuscriptState | undefined, body: Body): Refusal | null =>
  (state && strangeCites(given, state.context.case, [body])) ?? null;
