import { z } from 'zod';
import { dayInChinese, dayOf } from '../calendar.ts';
import { record, refuse, type Command, type Given, type Known } from '../decider.ts';
import { firstKind } from '../messages/schedule.ts';
import { calendarOf } from '../org/holidays.ts';
import { notNow, type Refusal } from '../refusal.ts';
import type { ObligationRow } from '../rows.ts';
import { KINDS, parseStream, streamName, type StreamName } from '../stream.ts';
import { streamKind } from '../streams.ts';
import { addWorkingDays, workingDayFrom, type WorkCalendar } from '../working-days.ts';
import { procedureOf } from './advance.ts';
import { keyOfUrged, type UrgedThing } from './urged.ts';

const Thing = z.strictObject({
  stream: z
    .templateLiteral([z.enum(KINDS), '/', z.uuid()])
    .meta({ description: '未办事项所在记录 · the stream that owes' }),
  name: z.string().min(1).max(120).meta({ description: '事项标识，见未办清单 · which of its obligations' }),
});

export const Urge = z
  .strictObject({
    things: z
      .array(Thing)
      .min(1)
      .max(100)
      .meta({ description: '催办哪些未办事项 · what is asked for once more' }),
  })
  .meta({ id: 'Urge', description: '催办 · sends reminders of what is owed' });

type Things = z.infer<typeof Urge>['things'];

/**
 * 催办: whoever owes is reminded by the office, once a thing and working day. The fact says that it was asked; the
 * message goes out afterwards, to whoever holds the obligation then.
 */
export const urge: Command<'case', z.infer<typeof Urge>> = {
  verb: 'case.urge',
  on: 'case',
  concurrent: true,
  needs: (_, id, { things }) => [
    { write: streamName('case', id) },
    ...things.map(({ stream }) => ({ read: stream })),
  ],
  decide(given, id, { things }) {
    const on = dayOf(given.now);
    const owed = things.flatMap((thing) => owedBy(given, id, thing) ?? []);
    const refusal = notOwed(owed, things) ?? inTheRoom(owed) ?? already(given, id, owed);
    if (refusal) return refuse(refusal);
    const fact = { type: 'Urged', data: { on, things: owed } } as const;
    if (!given.state('case', id)?.can(fact))
      return refuse(
        notNow('case.running', '该项工作未启动或已办结，没有未办事项', 'This case has ended or never began'),
      );
    return { facts: [record(streamName('case', id), fact)] };
  },
};

/** The obligation as it stands; nothing when the stream owes no such thing to this case. */
function owedBy(known: Known, caseId: string, { stream, name }: Things[number]): UrgedThing | undefined {
  const found = obligationsOf(known, stream).find((row) => row.name === name && row.case === caseId);
  return found && { stream, name, verb: found.verb };
}

function obligationsOf(known: Known, stream: StreamName): readonly ObligationRow[] {
  const { kind, id } = parseStream(stream);
  const state = known.state(kind, id);
  if (!state) return [];
  return streamKind(kind, kind === 'case' ? procedureOf(known, id) : undefined).rows(id, state).obligations;
}

function notOwed(owed: readonly UrgedThing[], things: Things): Refusal | null {
  if (owed.length === things.length) return null;
  return notNow(
    'urge.owed',
    '所选事项中有已办结的，无须催办',
    'Some of what was chosen is owed no longer',
    { chosen: things.length, owed: owed.length },
    { zh: '请刷新未办清单后重新选择', en: 'Look at the list again' },
  );
}

function inTheRoom(owed: readonly UrgedThing[]): Refusal | null {
  const not = owed.filter(({ verb }) => firstKind(verb) !== 'todo');
  if (not.length === 0) return null;
  return notNow(
    'urge.by-message',
    '会议现场办理和代录知悉事项不发催办',
    'What is done in a meeting, or only taken note of, is not urged',
    { verbs: [...new Set(not.map(({ verb }) => verb))] },
  );
}

function already(given: Given, id: string, owed: readonly UrgedThing[]): Refusal | null {
  const urged = given.state('case', id)?.context.urged ?? {};
  const calendar = calendarOf(given);
  const today = dayOf(given.now);
  const twice = owed.filter((thing) => isSameTurn(urged[keyOfUrged(thing)], today, calendar));
  if (twice.length === 0) return null;
  const { day } = addWorkingDays(workingDayFrom(today, calendar), 1, calendar);
  return notNow(
    'urge.once-a-day',
    `所选事项中有${twice.length}项本工作日已催办过，同一事项每个工作日催办一次`,
    `${twice.length} of these were urged on this working day already: once a thing and working day`,
    { urged: twice.length, again: day },
    { zh: `${dayInChinese(day)}起可再次催办`, en: `They can be urged again from ${day}` },
  );
}

/** Days off count with the working day that follows them. */
const isSameTurn = (last: string | undefined, today: string, calendar: WorkCalendar): boolean =>
  last !== undefined && workingDayFrom(last, calendar) === workingDayFrom(today, calendar);
