import { z } from 'zod';
import { dayOf, endOfDay } from '../../calendar.ts';
import { heldBack, procedureOf } from '../../case/advance.ts';
import { pausing } from '../../case/pause.ts';
import {
  record,
  refuse,
  type Command,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { lastDayAfter, type Period } from '../../deadlines/period.ts';
import { calendarOf } from '../../org/holidays.ts';
import { figuresNeeds } from '../indicator/gate.ts';
import type { Weighed } from '../../procedure/effects.ts';
import { weighFigures } from '../manuscript/text-ready.ts';
import {
  CHANNELS,
  type Channel,
  type Enclosure,
  type FilingMode,
  type Letter,
  type Counted,
} from './facts.ts';
import { itsCase, standing, type FilingState } from './filing.ts';
import { lacking } from './package.ts';
import { fileParams, type FileParams } from './params.ts';

export const Enclosures = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1).max(120).meta({ description: '材料名称 · title of the paper' }),
      text: TextRef,
    }),
  )
  .max(60)
  .meta({ description: '报送材料清单 · the package' });

const HowSent = {
  letter: z
    .enum(['请示', '报告', '催办函'])
    .meta({ description: '文种；审批用请示，备案用报告，催办用催办函 · kind of letter' }),
  manifest: Enclosures,
  channel: z
    .enum(CHANNELS)
    .nullable()
    .default(null)
    .meta({ description: '直接送达、邮寄、机要交换、公文交换（OA） · how the letter went' }),
};

export const SendFiling = z
  .strictObject(HowSent)
  .meta({ id: 'SendFiling', description: '报送主管部门 · files the current text with the authority' });

type Body = z.infer<typeof SendFiling>;

const LETTERS: { readonly [M in FilingMode]: Letter } = { approve: '请示', record: '报告' };

/**
 * 报送: the case's current text with its package. An authority here gets it as a message; otherwise the letter goes on
 * paper and the office enters the answer. From then on the file lies with the authority and our date stands still.
 *
 * @source 党政机关公文处理工作条例 §15 上行文
 */
export const sendFiling: Command<'filing', Body> = {
  verb: 'filing.send',
  on: 'filing',
  during: ['prepared', 'reminding'],
  needs: (known, id, { manifest }) => [
    ...itsCase(known, id),
    ...itsFigures(known, id),
    ...manifest.map(({ text }) => ({ text })),
  ],
  decide(given, id, body) {
    const ready = readyToSend(given, id, body.manifest);
    if ('rule' in ready) return refuse(ready);
    const held = heldBack(given.state('case', ready.state.context.case));
    if (held) return refuse(held);
    const breach = wrongLetter(ready.state, body.letter);
    if (breach) return refuse(because(breach));
    const weighed = weighSending(given, ready, body.manifest);
    if ('refusal' in weighed) return weighed;
    const { notices } = weighed;
    const { authority } = ready.state.context;
    const channel = authority === null ? body.channel : 'system';
    const day = dayOf(given.now);
    return { facts: sending(given, id, ready, { ...body, authority, channel, day, notices }), notices };
  },
};

/** What the package lacks, and the figures that are still 待核. */
function weighSending(given: Given, { state, text }: Ready, manifest: Body['manifest']): Weighed {
  const lack = lackOf(given, state, manifest);
  if (lack?.effect === 'block') return { refusal: because(lack) };
  const figures = weighFigures(given, state.context, { subject: state.context.subject, text });
  return 'refusal' in figures ? figures : { notices: [...(lack ? [lack.notice] : []), ...figures.notices] };
}

/** The indicators of its case, of which what is still 待核 shows. */
export function itsFigures(known: Known, id: string): readonly Need[] {
  const context = known.state('filing', id)?.context;
  return context ? figuresNeeds(known, context) : [];
}

/** What is sent, and the filing that it is sent from. */
export interface Ready {
  readonly state: FilingState;
  readonly text: TextRef;
}

/** The only things for which nothing can be sent: it is sent already, there is no text, a paper is not here. */
export function readyToSend(given: Given, id: string, manifest: readonly Enclosure[]): Ready | Refusal {
  const state = given.state('filing', id);
  if (!(state?.matches('prepared') || state?.matches('reminding')))
    return notNow('filing.prepared', '已报送，不能重复报送', 'It has been filed already', standing(state));
  const missing = missingPaper(given, manifest);
  if (missing) return missing;
  const { case: caseId, subject } = state.context;
  const text = given.state('case', caseId)?.context.texts[subject];
  return text ? { state, text } : notNow('filing.text', '尚无可报送的文稿', 'There is no text to file yet');
}

const because = ({ notice }: Breach): Refusal => ({ because: 'rule', ...notice });

export const lackOf = (given: Given, state: FilingState, manifest: readonly Enclosure[]): Breach | null =>
  state.matches('reminding') ? null : lacking(paramsOf(given, state.context).package, manifest);

const paramsOf = (given: Given, { case: caseId, stage }: FilingState['context']): FileParams =>
  fileParams.parse(procedureOf(given, caseId).stage(stage).params);

/** One sending, as it was done here or is recorded from elsewhere. */
export interface Sending {
  readonly letter: Letter;
  readonly manifest: readonly Enclosure[];
  readonly authority: string | null;
  readonly channel: Channel | null;
  /** The day of Beijing on which it left. */
  readonly day: string;
  readonly notices: readonly Notice[];
}

/** The facts of a sending: it leaves, and our date stands still. */
export function sending(given: Given, id: string, { state, text }: Ready, how: Sending): readonly Recorded[] {
  const { case: caseId, stage, no } = state.context;
  const { letter, manifest, authority, channel, day, notices } = how;
  const data = {
    case: caseId,
    stage,
    text,
    letter,
    manifest,
    authority,
    party: authority === null ? ('paper' as const) : ('system' as const),
    no: no + 1,
    channel,
    ...answerBy(given, paramsOf(given, state.context).answerWithin, day),
    notices,
  };
  return [
    record(streamName('filing', id), { type: 'FilingSent', data }),
    ...pausing(given.state('case', caseId), caseId, stage, day),
  ];
}

/** 主管部门自有时限: the authority's own period, whose last day is not moved here. */
export function answerBy(
  given: Given,
  within: Period | undefined,
  from: string,
): { readonly answerBy: string | null; readonly counted?: Counted } {
  if (!within) return { answerBy: null };
  const calendar = calendarOf(given);
  const { day, steps: why, estimated } = lastDayAfter(from, within, calendar, false);
  return {
    answerBy: endOfDay(day),
    counted: { from, within, why, calendar: calendar.version, estimated },
  };
}

/** @source 党政机关公文处理工作条例 §8 请示、报告 */
export function wrongLetter(state: FilingState, letter: Letter): Breach | null {
  const { mode } = state.context;
  const reminding = state.matches('reminding');
  const right = reminding ? '催办函' : LETTERS[mode];
  if (letter === right) return null;
  const what = mode === 'approve' ? '报请审批' : '报送备案';
  return {
    effect: 'warn',
    notice: {
      rule: 'filing.letter',
      said: {
        zh: `${reminding ? '催办' : what}应当使用“${right}”`,
        en: `The letter should be a ${right}, not a ${letter}`,
      },
      facts: { letter, right },
    },
  };
}

function missingPaper(given: Given, manifest: readonly Enclosure[]): Refusal | null {
  const missing = manifest.find(({ text }) => !given.has(text));
  if (!missing) return null;
  const { title, text } = missing;
  return notNow(
    'text.known',
    `未找到材料“${title}”，请重新上传`,
    `The paper ${title} is not known here; upload it first`,
    { hash: text.hash },
  );
}

/** 报送后文稿变更: an answer to an old text decides nothing about the new one. */
export function outdated(given: Given, { context }: FilingState): Refusal | null {
  const current = given.state('case', context.case)?.context.texts[context.subject] ?? null;
  if (sameText(current, context.text)) return null;
  return against(
    'filing.current-text',
    '报送后文稿已变更，须重新报送',
    'The text has changed since it was filed; file it again',
    { filed: context.text?.hash ?? null, current: current?.hash ?? null },
  );
}
