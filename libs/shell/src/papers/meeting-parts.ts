import { ROLE_WORDS, wordsOf as wordsFor } from '@mouding/contract';
import type { Spoken } from '@mouding/documents';
import { resource } from '../queries/resource.ts';
import { seen } from '../queries/reader.ts';
import { ownerWords } from './owner.ts';
import type { StateOf } from '@mouding/core';
import { said, titleOf, wordsOf, type View, type Words } from './view.ts';

type MeetingContext = StateOf<'meeting'>['context'];

const VOTING: readonly string[] = ['chair', 'deputy', 'member'];

/** Who was there and who was not, by posts. */
export function peopleOf({ house }: View, context: MeetingContext) {
  const { roll, here, remote, recusals, present, outcome } = context;
  const named = (posts: readonly string[]): string[] => posts.flatMap((post) => house.post(post) ?? []);
  const seats = roll.filter(({ role }) => VOTING.includes(role));
  const there = new Set([...here, ...present]);
  const left = new Set(recusals.map(({ post }) => post));
  const came = seats.filter(({ post }) => there.has(post) && !left.has(post));
  const chair = roll.find(({ role }) => role === 'chair')?.post ?? null;
  const recorder = roll.find(({ role }) => role === 'secretary')?.post ?? null;
  const known = there.size > 0 || outcome !== null;
  return {
    chair: house.post(chair),
    recorder: house.post(recorder) ?? '',
    members: named(seats.map(({ post }) => post)),
    present: named(came.map(({ post }) => post)),
    remote: named(remote),
    absent: known
      ? named(seats.flatMap(({ post }) => (there.has(post) || left.has(post) ? [] : [post])))
      : [],
    recused: named([...left]),
    others: named(roll.flatMap(({ post, role }) => (VOTING.includes(role) ? [] : [post]))),
  };
}

/** Titles of the agenda, as far as the reader sees them; of a meeting of one item, the item. */
export function itemWords(view: View, { agenda, item }: MeetingContext): readonly (string | null)[] {
  const titles = wordsOf(view, 'MeetingCalled')[0]?.said['agenda'];
  const listed = Array.isArray(titles) ? titles.filter((title) => typeof title === 'string') : [];
  // A meeting of one item was called without an agenda: what is added comes after the item.
  const called = listed.length > 0 ? listed : [''];
  const added = wordsOf(view, 'ItemAdded').flatMap(({ said: words }) => said(words, 'title') ?? []);
  const known = [...called, ...added.toReversed()].map((title, at) => retitled(view, at + 1) ?? title);
  return Array.from({ length: Math.max(1, agenda.items) }, (_, at) =>
    at + 1 === agenda.ours || agenda.items <= 1
      ? `审议《${titleOf(view, item.subject)}》`
      : (known[at] ?? null),
  );
}

/** 更正后的名称 of an item that was added, the last one. */
const retitled = (view: View, no: number): string | null =>
  said(wordsOf(view, 'ItemRetitled').find(({ said: words }) => words['no'] === no)?.said, 'title');

type Rule = MeetingContext['rule'];
const BASES: { readonly [base: string]: string } = {
  all: '应到会人数',
  entitled: '有表决权人数（回避者除外）',
  present: '到会人数',
  valid: '有效票数',
  decisive: '赞成、反对票之和',
};

/** What the body asks for, in sentences: how many are there, how many say yes. */
export function ruleWordsOf({ quorum, pass, decides }: Rule): readonly string[] {
  const share = ({ num, den }: { num: number; den: number }): string => `${den}分之${num}`;
  const present = `到会人数须${quorum.inclusive ? '达到' : '超过'}${BASES[quorum.base] ?? ''}的${share(quorum)}${quorum.inclusive ? '（含本数）' : ''}方可举行。`;
  const yes =
    decides === 'chair'
      ? '经集体讨论，由会议主持人作出决定。'
      : `赞成票须${pass.strict ? '超过' : '达到'}${BASES[pass.base] ?? ''}的${share(pass)}${pass.strict ? '' : '（含本数）'}方为通过。`;
  return [present, yes];
}

/** The sum that decided, with its numbers; nothing before there is one. */
export function sumOf({ sum }: MeetingContext) {
  const count = (name: string): number | null => {
    const found = sum?.[name];
    return typeof found === 'number' ? found : null;
  };
  const words = sum?.['zh'];
  return {
    sum: typeof words === 'string' ? words : '',
    numbers: {
      all: count('all') ?? 0,
      recused: count('recused') ?? 0,
      present: count('present') ?? 0,
      issued: count('issued'),
      returned: count('returned'),
      yes: count('yes'),
      no: count('no'),
      abstain: count('abstain'),
      invalid: count('invalid'),
    },
  };
}

/** Seats with what is known of each, voters first. */
export function seatsOf({ house }: View, { roll, here, remote, recusals }: MeetingContext) {
  const standing = (post: string): string => {
    if (recusals.some((one) => one.post === post)) return '回避';
    if (remote.includes(post)) return '视频到会';
    return here.includes(post) ? '已签到' : '';
  };
  return roll.map(({ post, role }) => ({
    post: house.post(post) ?? '',
    role: wordsFor(ROLE_WORDS, role).zh,
    standing: standing(post),
    votes: VOTING.includes(role),
  }));
}

/** Why whoever presided decided so, as it was put right last, where it was. */
export const decidedBecause = (view: View): string | null =>
  wordsOf(view, 'DecisionCorrected').flatMap(({ said: words }) => said(words, 'stated') ?? [])[0] ??
  said(wordsOf(view, 'ItemDecided')[0]?.said, 'reason');

const VOTES = { yes: '赞成', no: '反对', abstain: '弃权' } as const;

/** What was said, in the order of the votes; of a secret ballot no vote has a name. */
export function spokenIn(view: View, { roll, votes, rule }: MeetingContext): readonly Spoken[] {
  const spoken = ['VoteCast', 'WrittenVoteKept', 'MeetingRecorded']
    .flatMap((type) => wordsOf(view, type).map((one) => ({ ...one, type })))
    .toSorted((a, b) => a.version - b.version);
  return spoken.flatMap(({ subject, said: words, type }) => {
    const post = roll.find(({ person }) => person === subject)?.post;
    const vote = votes.find((one) => one.post === post)?.vote;
    const own = said(words, 'statement');
    const ours: readonly Spoken[] =
      own === null || post === undefined
        ? []
        : [
            {
              post: view.house.post(post) ?? '',
              words: own,
              vote: vote && rule.ballot !== 'secret' ? VOTES[vote] : null,
              written: type === 'WrittenVoteKept',
            },
          ];
    return [...ours, ...othersIn(view, words)];
  });
}

/** What posts said that nobody on the roll held then. */
function othersIn({ house }: View, words: Words): readonly Spoken[] {
  const list: readonly unknown[] = Array.isArray(words['others']) ? words['others'] : [];
  return list.flatMap((one) => {
    const row = one as Words;
    const statement = said(row, 'statement');
    const post = house.post(said(row, 'post'));
    return statement === null || post === null
      ? []
      : [{ post, words: statement, vote: null, written: 'written' in row }];
  });
}

/** A condition of a decision that was entered anew before it was declared is not asked for any more. */
const isAskedBy = (
  meeting: MeetingContext | undefined,
  { kind, id }: { kind: string; id: string },
): boolean =>
  kind !== 'condition' ||
  meeting?.conditions.some(({ condition }) => condition === `condition/${id}`) === true;

/** 附条件事项 or 督办事项 of this meeting that the reader may see, as sentences with owner and date. */
export async function chargesOf(view: View, kind: 'condition' | 'duty'): Promise<readonly string[]> {
  const { reader, caseId, id } = view;
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, caseId);
  const mine = await seen(
    reader,
    items.filter((item) => item.kind === kind),
  );
  const rows = await Promise.all(
    mine.map(async (item) => {
      const { wording } = await resource(reader, kind, item.id);
      const { answer: state } = await reader.world.reach((known) => known.state(kind, item.id));
      const { answer: meeting } = await reader.world.reach((known) => known.state('meeting', id));
      // As it was put right last, where it was.
      const words = wording
        .map((one) => said(one.said ?? undefined, 'wording'))
        .findLast((one) => one !== null);
      return state?.context.meeting === `meeting/${id}` && isAskedBy(meeting?.context, item)
        ? [`${words ?? item.label}（${ownerWords(view.house, state.context.owner, state.context.due)}）`]
        : [];
    }),
  );
  return rows.flat();
}
