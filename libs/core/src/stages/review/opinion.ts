import { z } from 'zod';
import type { Capacity } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded, type Slip } from '../../record/as-recorded.ts';
import { notServed } from '../../org/aide.ts';
import { notNow, unknownFile, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { peopleOf } from '../collect/record.ts';
import { Reason } from '../handed-in.ts';
import { leaderAt, unheld } from '../head-of.ts';
import { METHOD_WORDS, VERDICTS, type ReviewFact, type ReviewState } from './review.ts';

const Verdict = z
  .enum(VERDICTS)
  .meta({ description: '同意、修改后同意、不同意 · agrees, agrees with changes, objects' });
const words = Reason('意见（原文保留）', 'the opinion').optional();
const original = FileRef.optional().meta({ description: '署名的书面意见 · the signed paper' });

const itsCase = (known: Known, id: string, mode: 'read' | 'write'): readonly Need[] => {
  const caseId = known.state('review', id)?.context.case;
  if (caseId === undefined) return [];
  const name = streamName('case', caseId);
  return [mode === 'read' ? { read: name } : { write: name }];
};

export const notOpen = (state: ReviewState | undefined): Refusal =>
  notNow('review.open', '论证、审核未在办理中', 'No review is open', { status: state?.value ?? 'absent' });

const again = (post: string): Refusal =>
  notNow('review.once', '该评审人的意见已登记', 'This reviewer’s opinion is here already', { post });

type Said = Extract<ReviewFact, { type: 'ReviewOpinionGiven' }>['data'];

const opinionFact = (
  { context }: ReviewState,
  said: Omit<Said, 'no'>,
): Extract<ReviewFact, { type: 'ReviewOpinionGiven' }> => ({
  type: 'ReviewOpinionGiven',
  data: { no: context.opinions.length + 1, ...said },
});

/** The open review, or what is refused of any opinion: a second one of a post, a paper that is not here. */
function openReview(
  given: Given,
  id: string,
  { post, paper }: { readonly post: string | null; readonly paper: FileRef | undefined },
): { readonly state: ReviewState } | { readonly refusal: Refusal } {
  const state = given.state('review', id);
  if (!state?.matches('open')) return { refusal: notOpen(state) };
  if (post !== null && state.context.opinions.some((opinion) => opinion.post === post))
    return { refusal: again(post) };
  return paper && !given.hasFile(paper) ? { refusal: unknownFile(paper, '所引用的原件') } : { state };
}

export const GiveReviewOpinion = z
  .strictObject({ verdict: Verdict, words, original })
  .meta({ id: 'GiveReviewOpinion', description: '提出论证、审阅意见 · says what one thinks of the text' });

/** 提出审阅意见, by a leader. */
export const giveReviewOpinion: Command<'review', z.infer<typeof GiveReviewOpinion>> = {
  verb: 'review.give-opinion',
  on: 'review',
  concurrent: true,
  needs: (known, id, { original: paper }) => [
    { write: streamName('review', id) },
    ...itsCase(known, id, 'read'),
    ...(paper ? [{ file: paper }] : []),
  ],
  during: ['open'],
  decide(given, id, { verdict, words: said, original: paper }) {
    const { post } = given.actor;
    const open = openReview(given, id, { post, paper });
    if ('refusal' in open) return open;
    const fact = opinionFact(open.state, {
      post,
      verdict,
      original: paper ?? null,
      happened: null,
      interest: false,
    });
    const sealed = sealedBy(given.actor, { words: said });
    return { facts: [record(streamName('review', id), fact, sealed)] };
  },
};

export const RecordReviewOpinion = z
  .strictObject({
    reviewer: z
      .union([
        z.strictObject({ post: z.uuid().meta({ description: '评审人的岗位 · the reviewer’s post' }) }),
        z.strictObject({
          name: z.string().trim().min(1).max(120).meta({
            description: '评审人姓名、单位、职称（无账号的） · a reviewer without an account',
          }),
        }),
      ])
      .meta({ description: '评审人 · the reviewer' }),
    verdict: Verdict,
    words,
    original,
    interest: z.boolean().default(false).meta({
      description: '与所评事项有直接利害关系 · has a direct interest in it',
    }),
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'RecordReviewOpinion',
    description: '登记论证、审核意见 · records what a reviewer said elsewhere',
  });
type Recording = z.infer<typeof RecordReviewOpinion>;

/**
 * 登记意见: an expert's signed paper, the lawyer's letter, what was said in the room. A reviewer with a post is told and
 * may object; the name of one without an account is sealed. A registered secretary enters what the leader served said.
 */
export const recordReviewOpinion: Command<'review', Recording> = {
  verb: 'review.record-opinion',
  on: 'review',
  needs: (known, id, { original: paper, elsewhere }) => [
    { write: streamName('review', id) },
    ...itsCase(known, id, 'write'),
    ...(paper ? [{ file: paper }] : []),
    ...elsewhereNeeds(elsewhere),
  ],
  during: ['open'],
  decide(given, id, body) {
    const post = 'post' in body.reviewer ? body.reviewer.post : null;
    const open = openReview(given, id, { post, paper: body.original });
    if ('refusal' in open) return open;
    const others = notServed(given, post);
    if (others) return refuse(others);
    const { state } = open;
    const { verdict, interest, elsewhere, original: paper = null } = body;
    const by = post === null ? null : leaderAt(given.org, post, elsewhere);
    const { happened } = elsewhere;
    const fact = opinionFact(state, { post, verdict, original: paper, happened, interest });
    const sealed = sealedBy(by ?? given.actor, sealedWords(body));
    const facts = [record(streamName('review', id), fact, sealed)];
    return asRecorded(given, slipOf(id, state, body, by), by ? doneBy(by, facts) : facts);
  },
};

const slipOf = (
  id: string,
  { context: { case: caseId, stage, method } }: ReviewState,
  { elsewhere, interest, reviewer }: Recording,
  by: Capacity | null,
): Slip => ({
  case: caseId,
  stage,
  about: streamName('review', id),
  verb: 'review.record-opinion',
  title: `补录：${METHOD_WORDS[method]}意见`,
  elsewhere,
  people: peopleOf(by),
  breaches: [...(interest ? [interested(method)] : []), ...('post' in reviewer ? unheld(by) : [])],
});

const sealedWords = ({ reviewer, words }: Recording) => ({
  reviewer: 'name' in reviewer ? reviewer.name : undefined,
  words,
});

/** @source 重大行政决策程序暂行条例 §20（参照）与决策事项有直接利害关系的专家不得参加论证 */
const interested = (method: ReviewState['context']['method']): Breach => ({
  effect: 'warn',
  notice: {
    rule: 'review.interest',
    said: {
      zh: `评审人与所评事项有直接利害关系，不宜参加${METHOD_WORDS[method]}`,
      en: 'The reviewer has a direct interest in what is reviewed',
    },
    facts: {},
  },
});
