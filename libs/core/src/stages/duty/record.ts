import { z } from 'zod';
import { Day } from '../../calendar.ts';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
} from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Words } from '../charge.ts';
import { heldAt, unheld, type Held } from '../head-of.ts';
import type { DutyState } from './duty.ts';
import { extension, isOngoing, notLater, standsElsewhere } from './report.ts';

const COMMON = {
  post: z.uuid().meta({ description: '办理人（岗位） · the post that did it' }),
  words: Words.meta({ description: '办理情况或者理由，照原件 · what it says' }),
  elsewhere: Elsewhere,
};

export const RecordDuty = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.enum(['report', 'verify', 'cancel']), ...COMMON }),
    z.strictObject({
      step: z.literal('extend'),
      until: Day.meta({ description: '延期至，含当日 · the new last day' }),
      ...COMMON,
    }),
  ])
  .meta({
    id: 'RecordDuty',
    description: '补录督办事项办理情况 · records what was done about a duty on paper',
  });
type RecordDuty = z.infer<typeof RecordDuty>;

/**
 * 补录督办: reported, verified, put off or taken back on paper, attributed to whoever held the post then, who is told.
 * Verified by whoever reported it, it shows.
 */
export const recordDuty: Command<'duty', RecordDuty> = {
  verb: 'duty.record',
  on: 'duty',
  during: ['open', 'reported'],
  needs: (known: Known, id, { elsewhere }) => {
    const state = known.state('duty', id);
    const itself = [{ write: streamName('duty', id) }, ...elsewhereNeeds(elsewhere)];
    return state ? [...itself, { write: streamName('case', state.context.case) }] : itself;
  },
  decide(given, id, body) {
    const state = given.state('duty', id);
    const doer = heldAt(given.org, body.post, body.elsewhere);
    const refusal = senseless(state, body);
    if (refusal) return refuse(refusal);
    return isOngoing(state) && doer ? recorded(given, id, { state, body, doer }) : refuse(noPost(body.post));
  },
};

interface Recording {
  readonly state: DutyState;
  readonly body: RecordDuty;
  readonly doer: Held;
}

function recorded(given: Given, id: string, { state, body, doer }: Recording): Decision {
  const slip = {
    case: state.context.case,
    stage: state.context.stage,
    about: streamName('duty', id),
    verb: 'duty.record',
    title: `补录：${SAID[body.step]}`,
    elsewhere: body.elsewhere,
    people: doer.person ? [{ post: doer.post, person: doer.person }] : [],
    breaches: [...unheld(doer), ...sameHand(state, body, doer)],
  };
  const by = doer.person ?? given.actor.person ?? '';
  const fact = factOf(given, state, body, { post: doer.post, by });
  const facts = [record(streamName('duty', id), fact, sealedBy(given.actor, { words: body.words }))];
  return asRecorded(given, slip, doer.person === null ? facts : doneBy(doer, facts));
}

const SAID = {
  report: '督办事项报告办结',
  verify: '督办事项核实办结',
  cancel: '撤销督办事项',
  extend: '督办事项延期',
} as const;

const noPost = (post: string): Refusal =>
  notNow('duty.post', '所选岗位不存在', 'There is no such post', { post });

/** What cannot have been: verified before it was reported, put off to an earlier day. */
function senseless(state: DutyState | undefined, body: RecordDuty): Refusal | null {
  if (!isOngoing(state)) return standsElsewhere(state);
  if (body.step === 'extend') return notLater(state, body.until);
  if (body.step === 'cancel') return null;
  return state.matches(body.step === 'report' ? 'open' : 'reported') ? null : standsElsewhere(state);
}

type By = { readonly post: string; readonly by: string };

function factOf(given: Given, state: DutyState, body: RecordDuty, by: By) {
  switch (body.step) {
    case 'report':
      return { type: 'DutyReported', data: { ...by, evidence: body.elsewhere.scan } };
    case 'extend':
      return { type: 'DutyExtended', data: { ...extension(given, state, body.until), ...by } };
    case 'cancel':
      return { type: 'DutyCancelled', data: by };
    default:
      return { type: 'DutyVerified', data: by };
  }
}

/** Verified on paper by whoever reported it: it stands as it was done, and shows. */
const sameHand = (state: DutyState, { step }: RecordDuty, { person }: Held): readonly Breach[] =>
  step !== 'verify' || person === null || person !== state.context.doneBy
    ? []
    : [
        {
          effect: 'warn',
          notice: {
            rule: 'duty.second-person',
            said: {
              zh: '督办事项由报告人自己核实',
              en: 'It was verified by whoever reported it',
            },
            facts: {},
          },
        },
      ];
