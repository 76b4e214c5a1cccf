import { z } from 'zod';
import { record, refuse, type Command, type Given, type Recorded } from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { heldAt, unheld, type Held } from '../head-of.ts';
import { elsewhere as standsElsewhere, itsCase, signerOf } from './ask.ts';
import { chairing, unbacked } from './judge.ts';
import { isLive, LIVE, membersOf } from './prepare.ts';
import type { TablingState } from './tabling.ts';

export const RecordTabling = z
  .strictObject({
    sponsor: z.enum(['agrees', 'asks-to-change']).optional().meta({
      description: '分管领导签署的意见：同意、请修改 · what the leader in charge signed',
    }),
    chair: z.enum(['approves', 'declines']).optional().meta({
      description: '书记、院长审定：同意上会、不予安排 · what whoever chairs the body signed',
    }),
    agreed: z.boolean().optional().meta({
      description: '书记、院长会前沟通意见一致 · whether the two chiefs agreed beforehand',
    }),
    read: z
      .array(z.uuid())
      .max(400)
      .optional()
      .meta({ description: '签收材料的成员岗位 · posts that signed for the papers' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordTabling', description: '补录议题申报表 · records what was signed on the paper sheet' });

type RecordTabling = z.infer<typeof RecordTabling>;

/** 补录议题申报表: what was signed on paper, each step in the name of whoever signed it then. */
export const recordTabling: Command<'tabling', RecordTabling> = {
  verb: 'tabling.record',
  on: 'tabling',
  during: LIVE,
  needs(known, id, { elsewhere }) {
    const state = known.state('tabling', id);
    const itself = itsCase(known, id).slice(0, 1);
    const held = state ? [{ write: streamName('case', state.context.case) }] : [];
    return [...itself, ...held, ...elsewhereNeeds(elsewhere)];
  },
  decide(given, id, body) {
    const state = given.state('tabling', id);
    if (!isLive(state)) return refuse(standsElsewhere(state));
    const refusal = notSo(given, state, body);
    if (refusal) return refuse(refusal);
    const signed = signatures(given, state, body);
    // A sheet that was declined takes nothing more: what else stands on it comes first.
    const facts = [...beside(given, id, state, body), ...signed.map(({ by, type }) => inName(id, by, type))];
    const { case: caseId, stage, title } = state.context;
    const slip = {
      case: caseId,
      stage,
      about: streamName('tabling', id),
      verb: 'tabling.record',
      elsewhere: body.elsewhere,
      title: `补录：议题申报（${title}）`,
      people: signed.flatMap(({ by }) => (by.person ? [{ post: by.post, person: by.person }] : [])),
      breaches: [...signed.flatMap(({ by }) => unheld(by)), ...outOfOrder(state, body)],
    };
    return asRecorded(given, slip, facts);
  },
};

/** A signature on the sheet: whose, and the fact that it makes. */
interface Signature {
  readonly by: Held;
  readonly type: string;
}

const MEANING = {
  agrees: 'TablingBacked',
  'asks-to-change': 'TablingSentBack',
  approves: 'TablingApproved',
  declines: 'TablingDeclined',
} as const;

function signatures(given: Given, { context }: TablingState, body: RecordTabling): readonly Signature[] {
  const { sponsor, chair, elsewhere } = body;
  const seats = given.org.context.bodies.find(({ key }) => key === context.bodyKey);
  const signed = (post: string | null, type: string): readonly Signature[] => {
    const by = post === null ? null : heldAt(given.org, post, elsewhere);
    return by ? [{ by, type }] : [];
  };
  return [
    ...(sponsor ? signed(context.sponsor, MEANING[sponsor]) : []),
    ...(chair ? signed(chairing(given, seats), MEANING[chair]) : []),
  ];
}

function inName(id: string, by: Held, type: string): Recorded {
  const fact = record(streamName('tabling', id), { type, data: { post: by.post, by: by.person ?? '' } });
  return by.person ? (doneBy(by, [fact])[0] ?? fact) : fact;
}

/** 会前沟通 and 签收, which the recorder states. Whoever signed for papers was sent them. */
function beside(
  given: Given,
  id: string,
  { context }: TablingState,
  body: RecordTabling,
): readonly Recorded[] {
  const stream = streamName('tabling', id);
  const { agreed, read = [] } = body;
  const sent = context.to.length > 0 || body.read === undefined ? [] : [membersOf(given, context)];
  return [
    ...(agreed === undefined
      ? []
      : [record(stream, { type: 'ConsensusNoted', data: { ...signerOf(given), agreed } })]),
    ...sent.map((to) => record(stream, { type: 'PapersCirculated', data: { papers: context.papers, to } })),
    ...read
      .filter((post) => !context.read.includes(post))
      .map((post) => {
        const by = heldAt(given.org, post, body.elsewhere);
        const opened = record(stream, { type: 'PapersOpened', data: { post, by: by?.person ?? '' } });
        return by?.person ? (doneBy(by, [opened])[0] ?? opened) : opened;
      }),
  ];
}

/** What makes no sense, whatever was signed. */
function notSo(given: Given, state: TablingState, body: RecordTabling): Refusal | null {
  const { sponsor, chair, agreed, read } = body;
  if (!sponsor && !chair && agreed === undefined && read === undefined)
    return against('tabling.nothing', '请登记申报表上签署的内容', 'Say what was signed');
  return unsigned(state, body) ?? strangeReaders(given, state, read ?? []);
}

/** Where the sheet must stand for each signature. */
const TAKEN_IN: { readonly [K in keyof typeof MEANING]: readonly TablingState['value'][] } = {
  agrees: ['asked'],
  'asks-to-change': ['asked', 'backed'],
  approves: ['asked', 'backed'],
  declines: ['asked', 'changing', 'backed', 'cleared'],
};

/** A step that the sheet does not have any more, or that nobody of the item could sign. */
function unsigned(state: TablingState, { sponsor, chair }: RecordTabling): Refusal | null {
  if (sponsor && state.context.sponsor === null)
    return against('tabling.sponsor', '本议题没有分管领导', 'Nobody is in charge of this item');
  const signed = [sponsor, chair].flatMap((each) => (each ? [each] : []));
  if (signed.some((each) => !TAKEN_IN[each].includes(state.value))) return standsElsewhere(state);
  return sponsor === 'asks-to-change' && chair === 'approves'
    ? against('tabling.both', '请修改与同意上会不能同时登记', 'It was either sent back or approved')
    : null;
}

function strangeReaders(given: Given, { context }: TablingState, read: readonly string[]): Refusal | null {
  const to = context.to.length > 0 ? context.to : membersOf(given, context);
  const strange = read.filter((post) => !to.includes(post));
  if (strange.length === 0 && new Set(read).size === read.length) return null;
  return against(
    'tabling.readers',
    '签收人不在送阅范围内，或者登记了两次',
    'Somebody is named to whom the papers were not sent, or is named twice',
    { strange },
  );
}

/** Approved on paper before the leader in charge had signed: it stands, and shows. */
function outOfOrder({ context }: TablingState, { sponsor, chair }: RecordTabling): readonly Breach[] {
  const broken = chair === 'approves' && sponsor !== 'agrees' ? unbacked(context) : null;
  if (!broken) return [];
  const { rule, said, facts } = broken;
  return [{ effect: 'warn', notice: { rule, said, facts } }];
}
