import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import type { Capacity } from '../../capacity.ts';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Recorded,
} from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, latest, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { ConsultationState } from './consultation.ts';
import { headOf, unheld } from '../head-of.ts';
import { clauseNeeds, strangeClauses, strayQuotes } from '../opinion/opinion-clauses.ts';
import { anchorOf, MOST_OPINIONS, OpinionRow, Spoken, wordsOf } from '../opinion/opinion-row.ts';

const Department = z.uuid().meta({ description: '反馈科室 · the department' });

export const RecordOpinion = OpinionRow.extend({
  department: Department.nullable().meta({
    description: '反馈科室；职工群众的意见不填 · the department; null for an opinion of staff',
  }),
  ...Spoken,
  elsewhere: Elsewhere,
}).meta({
  id: 'RecordOpinion',
  description: '登记以其他方式反馈的意见 · records an opinion given elsewhere',
});

export const EnterReplies = z
  .strictObject({
    department: Department.nullable().meta({
      description: '反馈科室；座谈会等职工群众的意见不填 · the department; null for opinions of staff',
    }),
    opinions: z
      .array(OpinionRow.extend({ speaker: Spoken.speaker }))
      .min(1)
      .max(MOST_OPINIONS),
    place: Spoken.place,
    writer: Spoken.writer,
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'EnterReplies',
    description: '代录整批反馈意见（意见反馈表、座谈会记录） · enters many opinions that came elsewhere',
  });

export const RecordNone = z.strictObject({ department: Department, elsewhere: Elsewhere }).meta({
  id: 'RecordNone',
  description: '登记以其他方式反馈的“无意见” · records an answer given elsewhere',
});

type Asked = { readonly department: string | null; readonly elsewhere: Elsewhere };

/** The consultation, the case that the record may hold, and the original that it cites. */
const recordNeeds: Command<'consultation', Asked>['needs'] = (known, id, { elsewhere }) => {
  const context = known.state('consultation', id)?.context;
  return [
    { write: streamName('consultation', id) },
    ...(context ? [{ write: streamName('case', context.case) }] : []),
    ...elsewhereNeeds(elsewhere),
  ];
};

/** 逾期反馈 and answers of somebody who was not asked show, and hold nothing. */
function breachesOf({ context }: ConsultationState, { department, elsewhere }: Asked): readonly Breach[] {
  const warn = (rule: string, zh: string, en: string, facts: { [key: string]: string | null }): Breach => ({
    effect: 'warn',
    notice: { rule, said: { zh, en }, facts },
  });
  const { happened } = elsewhere;
  const late = inTime(latest(elsewhere), context.due)
    ? []
    : [
        warn('consultation.window', '逾期反馈', 'After the end of the window', {
          happened,
          due: context.due,
        }),
      ];
  const stranger =
    department === null || context.recipients.includes(department)
      ? []
      : [warn('consultation.recipient', '不在征求意见范围内', 'It was not asked', { department })];
  return [...late, ...stranger];
}

/** The consultation that an answer is recorded of, and whoever heads the department that gave it. */
interface Recording {
  readonly id: string;
  readonly verb: string;
  readonly asked: Asked;
  readonly state: ConsultationState;
  readonly head: Capacity | null;
}

/** Refused is only what makes no sense: a consultation or a department that is not there. */
function recording(given: Given, id: string, verb: string, asked: Asked): Recording | Refusal {
  const state = given.state('consultation', id);
  const { department } = asked;
  if (!state)
    return notNow(
      'consultation.known',
      '未找到该次征求意见',
      'No such consultation',
      {},
      { zh: '请从征求意见环节进入', en: 'Open it from the stage of the case' },
    );
  if (department !== null && !given.org.context.departments.some((one) => one.id === department))
    return notNow(
      'org.department',
      '未找到该科室',
      'No such department',
      { department },
      { zh: '请从本单位现有科室中选择', en: 'Choose one of the departments that there are' },
    );
  const head = department === null ? null : headOf(given.org, department, asked.elsewhere);
  return { id, verb, asked, state, head };
}

/** The record with its slip; its facts are the department head's where there is one. */
function recorded(
  given: Given,
  { id, verb, asked, state, head }: Recording,
  facts: readonly Recorded[],
  rows: readonly Pick<OpinionRow, 'clause' | 'quote'>[] = [],
): Decision {
  const { case: caseId, stage } = state.context;
  const stray = strayQuotes(given, state, rows).map((notice): Breach => ({ effect: 'warn', notice }));
  const slip = {
    case: caseId,
    stage,
    about: streamName('consultation', id),
    verb,
    title: '代录：征求意见反馈',
    elsewhere: asked.elsewhere,
    people: head?.person && head.post ? [{ person: head.person, post: head.post }] : [],
    breaches: [...breachesOf(state, asked), ...(asked.department === null ? [] : unheld(head)), ...stray],
  };
  return asRecorded(given, slip, head ? doneBy(head, facts) : facts);
}

/** The answer itself, with the mark of a late one. */
function entered(
  { id, state, asked: { department, elsewhere } }: Recording,
  reply: {
    readonly opinions: number;
    readonly opinion: Recorded['stream'] | null;
    readonly more?: readonly Recorded['stream'][];
  },
): Recorded {
  const { happened } = elsewhere;
  const late = !inTime(latest(elsewhere), state.context.due);
  return record(streamName('consultation', id), {
    type: 'ReplyEntered',
    data: { department, ...reply, happened, late },
  });
}

/** One of the opinions that are entered, its place among them from 1, and the name of its id. */
interface Entered {
  readonly row: OpinionRow;
  readonly spoken: Spoken;
  readonly no: number;
  readonly name: string;
}

/** The opinion; its words are the head's, and where no department gave it nobody's: sealed under its own id. */
function told(
  given: Given,
  { id, asked, state, head }: Recording,
  { row, spoken, no, name }: Entered,
): Recorded {
  const { case: caseId, stage, opinions } = state.context;
  const { department } = asked;
  const data = {
    consultation: id,
    case: caseId,
    stage,
    department,
    no: opinions.length + no,
    ...(department === null ? { from: 'staff' } : {}),
    ...anchorOf(row),
  };
  const own = given.id(name);
  const plain = wordsOf(row, spoken);
  const sealed = head ? sealedBy(head, plain) : [{ subject: own, plain }];
  return record(streamName('opinion', own), { type: 'OpinionGiven', data }, sealed);
}

/** How many the department has given with these; of staff, how many these are. */
const countedWith = ({ asked: { department }, state }: Recording, these: number): number =>
  department === null ? these : (state.context.replies[department] ?? 0) + these;

/**
 * 代录意见: what was said at a 座谈会, by telephone or on paper, for a department or for 职工群众 without one; also after
 * the window, then with the mark 逾期反馈. Whoever heads the department is told and may object.
 */
export const recordOpinion: Command<'consultation', z.infer<typeof RecordOpinion>> = {
  verb: 'consultation.record-opinion',
  on: 'consultation',
  concurrent: true,
  needs: (known, id, body) => [...recordNeeds(known, id, body), ...clauseNeeds(known, id, [body])],
  during: ['open', 'closed'],
  decide(given, id, { department, elsewhere, speaker, place, writer, ...row }) {
    const of = recording(given, id, 'consultation.record-opinion', { department, elsewhere });
    if ('rule' in of) return refuse(of);
    const refusal = strangeClauses(given, of.state, [row]);
    if (refusal) return refuse(refusal);
    const spoken = { speaker, place, writer };
    const opinion = told(given, of, { row, spoken, no: 1, name: 'opinion' });
    const reply = entered(of, { opinions: countedWith(of, 1), opinion: opinion.stream });
    const decision = recorded(given, of, [opinion, reply], [row]);
    return 'refusal' in decision ? decision : { ...decision, made: opinion.stream };
  },
};

/**
 * 代录整批反馈: a returned 意见反馈表, a marked text or the notes of a 座谈会, row by row, with the original as evidence. One
 * answer and one slip for all of them.
 */
export const enterReplies: Command<'consultation', z.infer<typeof EnterReplies>> = {
  verb: 'consultation.enter-answer',
  on: 'consultation',
  concurrent: true,
  needs: (known, id, body) => [...recordNeeds(known, id, body), ...clauseNeeds(known, id, body.opinions)],
  during: ['open', 'closed'],
  decide(given, id, { department, elsewhere, opinions: rows, place, writer }) {
    const of = recording(given, id, 'consultation.enter-answer', { department, elsewhere });
    if ('rule' in of) return refuse(of);
    const refusal = strangeClauses(given, of.state, rows);
    if (refusal) return refuse(refusal);
    const facts = rows.map(({ speaker, ...row }, i) =>
      told(given, of, { row, spoken: { speaker, place, writer }, no: i + 1, name: `opinion-${i + 1}` }),
    );
    const [opinion = null, ...more] = facts.map(({ stream }) => stream);
    const opinions = countedWith(of, rows.length);
    const reply = entered(of, { opinions, opinion, ...(more.length > 0 ? { more } : {}) });
    const decision = recorded(given, of, [...facts, reply], rows);
    return 'refusal' in decision || opinion === null ? decision : { ...decision, made: opinion };
  },
};

/** 代录“无意见”: by telephone or on paper; not for a department that has answered. */
export const recordNone: Command<'consultation', z.infer<typeof RecordNone>> = {
  verb: 'consultation.record-none',
  on: 'consultation',
  concurrent: true,
  needs: recordNeeds,
  during: ['open', 'closed'],
  decide(given, id, asked) {
    const { department } = asked;
    const of = recording(given, id, 'consultation.record-none', asked);
    if ('rule' in of) return refuse(of);
    const opinions = of.state.context.replies[department];
    if (opinions !== undefined)
      return refuse(
        notNow(
          'consultation.replied',
          '该科室已反馈',
          'The department has answered already',
          { opinions },
          { zh: '如须更改，请先撤回已提的意见', en: 'Withdraw the opinions that were given first' },
        ),
      );
    return recorded(given, of, [entered(of, { opinions: 0, opinion: null })]);
  },
};
