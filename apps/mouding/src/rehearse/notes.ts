import { z } from 'zod';
import type { Words } from '../words.ts';
import type { Recorded } from './record.ts';

const Sum = z.object({
  all: z.int(),
  present: z.int(),
  yes: z.int().optional(),
  no: z.int().optional(),
  abstain: z.int().optional(),
  need: z.int().optional(),
});
const Closed = z.object({ asked: z.int(), replied: z.int(), opinions: z.int() });
const Changes = z.object({ changes: z.array(z.object({ cites: z.string().nullable() })) });
const Amended = z.object({ changes: z.array(z.unknown()), points: z.array(z.int()) });
const Compiled = z.object({ parts: z.array(z.unknown()) });
const Issued = z.object({ number: z.string(), recipients: z.array(z.string()) });
const Answered = z.object({ number: z.string() });
const Fixed = z.object({ disposition: z.string() });

const count = (facts: readonly Recorded[], type: string): number =>
  facts.filter((fact) => fact.type === type).length;
const every = <T>(facts: readonly Recorded[], type: string, shape: z.ZodType<T>): readonly T[] =>
  facts.filter((fact) => fact.type === type).map(({ data }) => shape.parse(data));
const last = <T>(facts: readonly Recorded[], type: string, shape: z.ZodType<T>): T | undefined =>
  every(facts, type, shape).at(-1);

type Note = (facts: readonly Recorded[]) => Words;

/** What there is to say of a stage, from its facts, by its kind. */
const NOTES: { readonly [kind: string]: Note } = {
  'research@1': (facts) => ({
    zh: `调研情况${count(facts, 'FindingRecorded')}份`,
    en: `${count(facts, 'FindingRecorded')} findings`,
  }),
  'collect@1': collected,
  'write@1': written,
  'compile@1': (facts) => {
    const parts = last(facts, 'ManuscriptCompiled', Compiled)?.parts.length ?? 0;
    return { zh: `由${parts}个篇章汇编`, en: `joined from ${parts} chapters` };
  },
  'consult@1': (facts) => {
    const { asked, replied, opinions } = last(facts, 'ConsultationClosed', Closed) ?? {
      asked: 0,
      replied: 0,
      opinions: 0,
    };
    return {
      zh: `发出${asked} 收回${replied} 意见${opinions}条`,
      en: `${asked} asked, ${replied} replied, ${opinions} opinions`,
    };
  },
  'meeting@1': voted,
  'congress@1': voted,
  'revise@1': (facts) => {
    const changes = every(facts, 'ManuscriptRevised', Changes).flatMap((revised) => revised.changes);
    const cited = changes.filter(({ cites }) => cites !== null).length;
    return {
      zh: `修改${changes.length}处，依据意见${cited}处`,
      en: `${changes.length} changes, ${cited} for an opinion`,
    };
  },
  'amend@1': amended,
  'file@1': (facts) => {
    const number = last(facts, 'AnswerReceived', Answered)?.number ?? '';
    return { zh: number, en: number };
  },
  'issue@1': (facts) => {
    const { number, recipients } = last(facts, 'Issued', Issued) ?? { number: '', recipients: [] };
    const received = count(facts, 'ReceiptSigned');
    return {
      zh: `${number} 签收${received}/${recipients.length}`,
      en: `${number}, received by ${received}/${recipients.length}`,
    };
  },
};

function amended(facts: readonly Recorded[]): Words {
  const amendments = every(facts, 'ManuscriptAmended', Amended);
  const changes = amendments.reduce((sum, { changes: made }) => sum + made.length, 0);
  const met = new Set(amendments.flatMap(({ points }) => points)).size;
  return {
    zh: `回应补正意见${met}点，修改${changes}处`,
    en: `${met} points met, ${changes} changes`,
  };
}

function collected(facts: readonly Recorded[]): Words {
  const accepted = count(facts, 'ContributionAccepted');
  const late = facts.filter(
    ({ type, data }) => type === 'ContributionSubmitted' && data['late'] === true,
  ).length;
  const returned = count(facts, 'ContributionReturned');
  return {
    zh: `受理${accepted}份，逾期${late}份，退回${returned}次`,
    en: `${accepted} accepted, ${late} late, ${returned} returned`,
  };
}

function written(facts: readonly Recorded[]): Words {
  const signed = count(facts, 'ChapterSignedOff');
  const returned = count(facts, 'ChapterReturned');
  const inputs = count(facts, 'ChapterInputGiven');
  return {
    zh: `审定${signed}篇，退回${returned}次，配合材料${inputs}份`,
    en: `${signed} signed off, ${returned} returned, ${inputs} inputs`,
  };
}

function voted(facts: readonly Recorded[]): Words {
  const closed = facts.findLast(({ type }) => type === 'StageClosed')?.data['sum'];
  const { all, present, yes = 0, no = 0, abstain = 0 } = Sum.parse(closed);
  const fixed = every(facts, 'DispositionFixed', Fixed);
  const of = (disposition: string): number => fixed.filter((one) => one.disposition === disposition).length;
  const [adopted, partly, rejected] = ['adopted', 'partly', 'rejected'].map(of);
  const { zh: how, en: manner } = howHeld(facts);
  const zh = `应到${all} 实到${present} 赞成${yes} 反对${no} 弃权${abstain}${how}`;
  const en = `${present} of ${all}: ${yes} for, ${no} against, ${abstain} abstaining${manner}`;
  if (fixed.length === 0) return { zh, en };
  return {
    zh: `${zh}；采纳${adopted} 部分采纳${partly} 不采纳${rejected}`,
    en: `${en}; ${adopted} adopted, ${partly} in part, ${rejected} not`,
  };
}

/** Whether it was entered from paper, and how often it had been adjourned before. */
function howHeld(facts: readonly Recorded[]): Words {
  const adjourned = count(facts, 'MeetingAdjourned');
  const recorded = count(facts, 'MeetingRecorded') > 0;
  return {
    zh: `${recorded ? '（纸质补录）' : ''}${adjourned > 0 ? `（此前不足法定人数${adjourned}次）` : ''}`,
    en: `${recorded ? ' (recorded from paper)' : ''}${adjourned > 0 ? ` (no quorum ${adjourned}× before)` : ''}`,
  };
}

export const noteOf = (kind: string, facts: readonly Recorded[]): Words =>
  NOTES[kind]?.(facts) ?? { zh: '', en: '' };
