import {
  DISPOSITION_WORDS,
  RETURN_WORDS,
  STATUS_WORDS,
  VIEWS,
  wordsOf,
  type Resource,
  type ViewedKind,
} from '@mouding/contract';
import { may, READING, returnsOf, servedBy, streamName, visible } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { rowsOf } from '../reading/rows-of.ts';
import { openThrough, seesHowMade } from './cited-texts.ts';
import { entriesOf } from './entries.ts';
import { gatesOf } from './issue-gates.ts';
import { opinionPlace } from './opinion-place.ts';
import { asked, seen, sees, type Reader } from './reader.ts';
import { wordingOf } from './sealed-wording.ts';

/** One resource as the reader may see it. @throws ProblemError not-found, for what is not there and what may not be seen */
export async function resource(reader: Reader, kind: ViewedKind, id: string): Promise<Resource> {
  const stream = streamName(kind, id);
  const { world, held } = reader;
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const entries = await entriesOf(reader, stream);
  const cited = await openThrough(reader, kind, id, entries);
  const making = await seesHowMade(reader, kind, id);
  return {
    stream,
    id,
    version: world.version(stream),
    ...lineOf(reader, kind, id),
    wording: making ? await wordingOf(reader, entries) : [],
    texts: [...cited.texts].map(([hash, title]) => ({ hash, title })),
    files: [...cited.files].map(([hash, title]) => ({ hash, title })),
    may: (await asked(reader, (known) => may(kind, id, held, known))).map((each) => ({ ...each })),
    data: await dataOf(reader, kind, id, world.folded.get(stream)?.state?.context),
  };
}

/** What the resource's line in a work list says; a person has none. */
function lineOf(
  { world }: Reader,
  kind: ViewedKind,
  id: string,
): Pick<Resource, 'case' | 'stage' | 'label' | 'status' | 'words'> {
  const stream = streamName(kind, id);
  const row = rowsOf(world, stream)?.item;
  if (!row) {
    const status = String(world.folded.get(stream)?.state?.value);
    return { case: null, stage: null, label: '', status, words: wordsOf(STATUS_WORDS, status).zh };
  }
  const { stage, label, status } = row;
  return { case: row.case, stage, label, status, words: wordsOf(STATUS_WORDS, status).zh };
}

/** 发放回收登记 of a consultation, in the words of the screen. */
async function registerOf(reader: Reader, id: string) {
  const state = await asked(reader, (known) => known.state('consultation', id));
  return (state ? returnsOf(state) : []).map((line) => ({
    ...line,
    words: `${wordsOf(RETURN_WORDS, line.returned).zh}${line.late ? '（逾期反馈）' : ''}`,
  }));
}

/** What was decided of an issue's text; a change of it that is proposed is for those alone who see how it is made. */
async function howFar(reader: Reader, id: string) {
  const making = await seesHowMade(reader, 'issue', id);
  return { gates: await gatesOf(reader, id), ...(making ? {} : { editorial: null }) };
}

/** 评审意见: to a secretary those of the leaders served alone, to everybody else all of them. */
async function opinionsShown(reader: Reader, id: string, context: unknown) {
  const { opinions } = VIEWS.review.parse(context);
  if (await seesHowMade(reader, 'review', id)) return opinions;
  const served = await asked(reader, ({ org }) => reader.held.flatMap(({ post }) => servedBy(org, post)));
  return opinions.filter(({ post }) => post !== null && served.includes(post));
}

const dispositionWords = (disposition: unknown): string | null =>
  typeof disposition === 'string' ? wordsOf(DISPOSITION_WORDS, disposition).zh : null;

/** The context through the allow-list of its kind; of a consultation only the replies that the reader may see. */
async function dataOf(
  reader: Reader,
  kind: ViewedKind,
  id: string,
  context: unknown,
): Promise<{ [key: string]: unknown }> {
  const data: { [key: string]: unknown } = VIEWS[kind].parse(context);
  if (kind === 'opinion')
    return { ...data, words: dispositionWords(data['disposition']), place: await opinionPlace(reader, id) };
  if (kind === 'issue') return { ...data, ...(await howFar(reader, id)) };
  if (kind === 'review') return { ...data, opinions: await opinionsShown(reader, id, context) };
  if (kind !== 'consultation') return data;
  const { opinions, replies } = VIEWS.consultation.parse(context);
  const shown = await seen(
    reader,
    opinions.map((stream) => ({ stream })),
  );
  const held = await asked(reader, (known) =>
    reader.held.filter((each) => visible('consultation', id, [each], known)),
  );
  const own = new Set(held.map(({ department }) => department));
  const all = held.some(({ as }) =>
    READING.opinion.some((grant) => grant.as === as && grant.where === 'any'),
  );
  return {
    ...data,
    opinions: shown.map(({ stream }) => stream),
    replies: Object.fromEntries(Object.entries(replies).filter(([department]) => all || own.has(department))),
    register: (await registerOf(reader, id)).filter(({ department }) => all || own.has(department)),
  };
}
