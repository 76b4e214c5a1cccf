import { VERB_WORDS, wordsOf, type ReturnPreview } from '@mouding/contract';
import {
  effectsOfReturn,
  procedureOf,
  sayJudged,
  stagesOf,
  type Given,
  type Kind,
  type Moment,
  type Returning,
  type ReturnTarget,
} from '@mouding/core';
import { sha256 } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash, derivedId } from '../reading/derived-id.ts';
import { holderWords } from './holder-words.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

/**
 * What a return would do, by the computation that the command commits. Nothing is recorded.
 *
 * @throws ProblemError not-found for what is not there or may not be seen, refused where it cannot be returned now
 */
export async function returnPreview(reader: Reader, target: ReturnTarget): Promise<ReturnPreview> {
  const [kind, id]: [Kind, string] =
    target.kind === 'chapter' ? ['chapter', target.back.chapter] : ['manuscript', target.id];
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const now = await reader.ledger.lawNow(reader.visitor.institution);
  const answer = await reader.world.reachGiven(momentOf(reader, now), (given) => {
    const returning = effectsOfReturn(given, target);
    return 'refusal' in returning ? returning : shown(given, returning, titlesIn(given, kind, id));
  });
  if ('refusal' in answer) throw new ProblemError('refused', { refusal: answer.refusal });
  return named(answer, await namesFor(reader, answer));
}

/** Streams of the preview that the reader may see: a meeting that lapses is named to those alone who sit there. */
async function namesFor(reader: Reader, preview: ReturnPreview): Promise<ReadonlySet<string>> {
  const all = [...preview.falls, ...preview.stands, ...preview.closes, ...preview.opens, ...preview.restarts];
  const rows = all.flatMap(({ stream }) => (stream === null ? [] : [{ stream }]));
  return new Set((await seen(reader, rows)).map(({ stream }) => stream));
}

function named(preview: ReturnPreview, names: ReadonlySet<string>): ReturnPreview {
  const name = <R extends { stream: string | null }>(row: R): R =>
    row.stream === null || names.has(row.stream) ? row : { ...row, stream: null };
  const { falls, stands, closes, opens, restarts } = preview;
  return {
    ...preview,
    falls: falls.map(name),
    stands: stands.map(name),
    closes: closes.map(name),
    opens: opens.map(name),
    restarts: restarts.map(name),
  };
}

const momentOf = ({ visitor, held }: Reader, now: string): Moment => ({
  now,
  received: now,
  actor: held[0] ?? { as: 'auditor', person: visitor.person, post: null, department: null },
  id: (name) => derivedId(visitor.institution, name),
  refOf: (content) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }),
  sha256,
});

/** What the stages of the case are called. */
function titlesIn(given: Given, kind: Kind, id: string): ReadonlyMap<string, string> {
  const context = given.state(kind, id)?.context;
  const caseId = context && 'case' in context && typeof context.case === 'string' ? context.case : null;
  if (caseId === null || !given.state('case', caseId)) return new Map();
  const { definition } = procedureOf(given, caseId);
  return new Map(stagesOf(definition).map((stage) => [stage.id, stage.title]));
}

function shown(
  given: Given,
  { effects, digest }: Returning,
  titles: ReadonlyMap<string, string>,
): ReturnPreview {
  const { falls, stands, closes, opens, restarts, told } = effects;
  const judged = (each: (typeof falls)[number]): ReturnPreview['falls'][number] => ({
    of: each.approval.of,
    stream: 'stream' in each.approval ? each.approval.stream : null,
    department: 'department' in each.approval ? each.approval.department : null,
    because: each.because,
    words: sayJudged(given, each, titles),
  });
  const owing = (each: (typeof opens)[number]): ReturnPreview['opens'][number] => {
    const { zh, en } = wordsOf(VERB_WORDS, each.verb);
    const holder = holderWords(given.org, each.holder);
    return { ...each, words: { zh: `${holder}：${zh}`, en: `${holder}: ${en}` } };
  };
  return {
    digest,
    falls: falls.map(judged),
    stands: stands.map(judged),
    closes: closes.map(owing),
    opens: opens.map(owing),
    restarts: [...restarts],
    told: told.map((holder) => holderWords(given.org, holder)),
  };
}
