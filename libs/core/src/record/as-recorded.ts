import { dayOf, endOfDay } from '../calendar.ts';
import { streamName, type StreamName } from '../stream.ts';
import { record, type Decision, type Given, type Recorded } from '../decider.ts';
import { notSo, unproven, type Breach, type Elsewhere } from '../elsewhere.ts';
import { calendarOf } from '../org/holidays.ts';
import { addWorkingDays } from '../working-days.ts';
import { overlapping } from './overlap.ts';
import type { Entered, RecordedPerson } from './record.ts';

/** Working days after which whoever was recorded and said nothing counts as having taken note (视为知悉). */
const TELL_DAYS = 5;

/** What a record command says besides its facts. */
export interface Slip {
  readonly case: string;
  readonly stage: string | null;
  /** The stream that the record is about, and the verb. */
  readonly about: StreamName;
  readonly verb: string;
  /** Whose line it is in lists, in Chinese, e.g. 补录：党委会审议. Never a person's name. */
  readonly title: string;
  readonly elsewhere: Elsewhere;
  /** Everybody who is said to have done something; the recorder's own deeds are left out here. */
  readonly people: readonly RecordedPerson[];
  readonly breaches: readonly Breach[];
}

/**
 * A record (补录、代录): the facts of what happened, with the slip that says how it is known. Those who were recorded are
 * told; rules that were broken show; those with effect `block` hold the next step of the case.
 *
 * The command must name in `needs` the case to write (`{ write: case }`) and `elsewhereNeeds`. It is refused only for
 * what cannot be: see {@link notSo}.
 */
export function asRecorded(given: Given, slip: Slip, facts: readonly Recorded[]): Decision {
  const refusal = notSo(given, slip.elsewhere);
  if (refusal) return { refusal };
  const stream = streamName('record', given.id('record'));
  const breaches = [...slip.breaches, ...overlapping(given, slip), ...unproven(slip.elsewhere)];
  const notices = breaches.map(({ notice }) => notice);
  const holding = breaches.filter(({ effect }) => effect === 'block');
  const holds = holding.map(({ notice }) => notice.rule);
  const exemptOnly = holding.filter(({ mend }) => mend === 'exempt').map(({ notice }) => notice.rule);
  const marks = { notices, holds, exemptOnly };
  return {
    facts: [...facts, entered(given, stream, slip, marks), ...held(slip, stream, holds)],
    notices,
  };
}

function entered(
  given: Given,
  stream: StreamName<'record'>,
  { elsewhere, people, breaches: _, ...slip }: Slip,
  marks: Pick<Entered, 'notices' | 'holds' | 'exemptOnly'>,
): Recorded {
  const told = people.filter(
    ({ person }, i) =>
      person !== given.actor.person && people.findIndex((each) => each.person === person) === i,
  );
  const lapses = endOfDay(addWorkingDays(dayOf(given.now), TELL_DAYS, calendarOf(given)).day);
  const recorder = { recorder: given.actor.post, recordedBy: given.actor.person };
  const data = { ...slip, ...elsewhere, ...recorder, people: told, ...marks, lapses };
  return record(stream, { type: 'RecordEntered', data });
}

/** The next step is held until it is put right (补正) or exempted (经批准例外). */
const held = (slip: Slip, by: StreamName<'record'>, rules: readonly string[]): readonly Recorded[] =>
  rules.length === 0
    ? []
    : [record(streamName('case', slip.case), { type: 'StepHeld', data: { by, stage: slip.stage, rules } })];
