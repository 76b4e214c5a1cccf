import { FACT_WORDS, ruleWords, wordsOf } from '@mouding/contract';
import type { Said } from '@mouding/core';
import type { LogFact } from '../case-log.ts';
import { howOf, noticesIn, wordIn } from '../timeline.ts';
import { counted, postOf, type Asked, type Found, type Question } from './question.ts';

const byType =
  (types: ReadonlySet<string>) =>
  ({ facts, shows, org }: Asked): readonly Found[] =>
    facts
      .filter((fact) => types.has(fact.type) && shows(fact))
      .map((fact) => {
        const { zh, en } = wordsOf(FACT_WORDS, fact.type);
        const of = fact.label === null ? '' : `《${fact.label}》`;
        const by = postOf(org, fact);
        const said = { zh: `${of}${zh}${by && `（${by}）`}`, en: `${of} ${en}${by && ` (${by})`}` };
        return { about: fact, said, facts: {}, evidence: [fact] };
      });

/** A question whose answer is every entry of some types. */
const everyOne = (
  head: Omit<Question, 'ask'>,
  types: readonly string[],
  zh: string,
  en: string,
): Question => {
  const find = byType(new Set(types));
  return { ...head, ask: (asked) => counted(find(asked), zh, en) };
};

const said = (zh: string, en: string): Said => ({ zh, en });

export const overdue = everyOne(
  {
    id: 'overdue',
    title: said('逾期', 'Overdue'),
    said: said('哪些事项超过期限、提请审阅？', 'What was overdue, and put before somebody for it?'),
    basis: null,
    caution: said(
      '演练时钟前拨、停机期间到期的，记录中另有注明。',
      'What fell due while a rehearsal clock was moved or the system stood still is marked so.',
    ),
  },
  [
    'ContributionFellDue',
    'ContributionEscalated',
    'ChapterFellDue',
    'ChapterEscalated',
    'ConditionEscalated',
    'MandateEscalated',
    'DutyEscalated',
    'FilingUnanswered',
  ],
  '逾期记录',
  'entries of something overdue',
);

export const exemptions = everyOne(
  {
    id: 'exemptions',
    title: said('例外、豁免', 'Exemptions'),
    said: said(
      '哪些环节、材料经批准例外或免除？',
      'Which steps and papers were done without, by whose leave?',
    ),
    basis: null,
    caution: said(
      '例外经批准并有依据材料的，属于程序内办理。',
      'An exemption that was granted on a paper is part of the procedure.',
    ),
  },
  [
    'ExemptionProposed',
    'ExemptionGranted',
    'ContributionExcused',
    'ContributionWaived',
    'ChapterWaived',
    'ConditionWaived',
    'FindingWaived',
    'RepairConfirmed',
  ],
  '例外、豁免、缺报',
  'exemptions and waivers',
);

export const corrections = everyOne(
  {
    id: 'corrections',
    title: said('双人复核的更正', 'Repairs by two persons'),
    said: said(
      '哪些记录经双人复核更正、作废或撤回？',
      'What was put right by two persons, voided or taken back?',
    ),
    basis: null,
    caution: said('更正不改动原记录，原记录仍可查。', 'A repair changes no entry; the first one stands.'),
  },
  ['CorrectionProposed', 'CorrectionConfirmed', 'IssueNumberVoided', 'GateReconsidered', 'AmendmentClassed'],
  '更正、作废、复议',
  'repairs, voided numbers and reconsiderations',
);

/** 补录比例. */
export const recordedShare: Question = {
  id: 'recorded-share',
  title: said('补录、代录比例', 'Share of records'),
  said: said(
    '各环节的办理记录中，事后补录、代录的占多少？',
    'How much of each stage was recorded afterwards?',
  ),
  basis: null,
  caution: said(
    '纸面签批、线下会议依规补录属正常；补录均注明发生时间与录入时间。',
    'What is signed on paper or decided in a room is recorded by the rules, with both its times.',
  ),
  ask({ facts, shows }) {
    const acts = facts.filter((fact) => shows(fact) && ['act', 'notice', 'record'].includes(howOf(fact)));
    const share = (all: readonly LogFact[]): number =>
      Math.round((all.filter((fact) => howOf(fact) === 'record').length * 1_000) / Math.max(1, all.length)) /
      10;
    const rows = [...Map.groupBy(acts, ({ stage }) => stage ?? '')].flatMap(
      ([stage, all]): readonly Found[] => {
        const records = all.filter((fact) => howOf(fact) === 'record');
        const [about] = all;
        if (!about || records.length === 0) return [];
        const numbers = `${records.length}/${all.length}（${share(all)}%）`;
        return [
          {
            about,
            said: { zh: `${stage}：补录、代录${numbers}`, en: `${stage}: ${numbers} recorded` },
            facts: { records: records.length, all: all.length, percent: share(all) },
            evidence: records.slice(0, 50),
          },
        ];
      },
    );
    const all = `${acts.filter((fact) => howOf(fact) === 'record').length}/${acts.length}（${share(acts)}%）`;
    return { rows, sum: { zh: `补录、代录合计${all}`, en: `${all} recorded in all` } };
  },
};

export const notices: Question = {
  id: 'notices',
  title: said('程序提示', 'Notices'),
  said: said(
    '哪些办理带有程序提示（违反提示性规则而继续）？',
    'Which acts went on beside a rule that only shows?',
  ),
  basis: null,
  caution: said(
    '程序提示不影响办理效力，不等于违规结论。',
    'A notice takes no force from the act and is no finding of a breach.',
  ),
  ask({ facts, shows }) {
    const rows = facts.filter(shows).flatMap((fact) =>
      noticesIn(fact.data).map((notice): Found => ({
        about: fact,
        said: { zh: notice.said.zh, en: notice.said.en },
        facts: { rule: notice.rule },
        evidence: [fact],
      })),
    );
    return counted(rows, '程序提示', 'notices');
  },
};

export const refusals: Question = {
  id: 'refusals',
  title: said('暂不能办理', 'Refusals'),
  said: said('哪些操作被系统拒绝，依据哪条规则？', 'What was refused, and by which rule?'),
  basis: null,
  caution: said(
    '被拒绝的操作未产生任何效力，只说明有人尝试，不作为行为认定。',
    'What was refused had no effect; it shows an attempt and is no conduct.',
  ),
  ask({ facts, shows, org }) {
    const rows = facts
      .filter((fact) => fact.type === 'ActRefused' && shows(fact))
      .map((fact): Found => {
        const rule = wordIn(fact.data, 'rule');
        const { zh, en } = ruleWords(rule);
        const by = postOf(org, fact);
        return {
          about: fact,
          said: { zh: `${by}的操作未办理：${zh}`, en: `Refused to ${by}: ${en}` },
          facts: { rule, verb: wordIn(fact.data, 'verb') },
          evidence: [fact],
        };
      });
    return counted(rows, '暂不能办理的操作', 'refused acts');
  },
};

export const delegated: Question = {
  id: 'delegated',
  title: said('受委托办理', 'Done under a delegation'),
  said: said('哪些办理由受托人代为作出？', 'What was done by a delegate?'),
  basis: null,
  caution: said('请对照委托的范围与期限。', 'Compare with the scope and the term of the delegation.'),
  ask({ facts, shows, org }) {
    const rows = facts
      .filter((fact) => fact.actor.for !== null && shows(fact))
      .map((fact): Found => {
        const { zh, en } = wordsOf(FACT_WORDS, fact.type);
        const by = postOf(org, fact);
        return {
          about: fact,
          said: { zh: `受托以${by}身份${zh}`, en: `As ${by}, by a delegate: ${en}` },
          facts: {},
          evidence: [fact],
        };
      });
    return counted(rows, '受托办理', 'acts of delegates');
  },
};

/** What the record does not know is said, not guessed. */
export const oneDevice: Question = {
  id: 'one-device',
  title: said('同一设备两个账户', 'One device, two accounts'),
  said: said('哪些账户在同一设备上先后办理？', 'Which accounts acted from one and the same device?'),
  basis: null,
  caution: said(
    '办理记录不采集设备标识，无法据此回答；如确有需要，请另行调取单位的网络日志。',
    'The record keeps no marks of devices and cannot say; ask for the network logs of the house where it matters.',
  ),
  ask: () => ({
    known: false,
    rows: [],
    sum: said('记录不含设备信息，不能回答', 'The record knows nothing of devices'),
  }),
};
