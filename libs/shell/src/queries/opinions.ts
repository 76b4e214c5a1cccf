import {
  DISPOSITION_WORDS,
  STATUS_WORDS,
  wordsOf,
  type OpinionLine,
  type OpinionList,
  type OpinionsQuery,
} from '@mouding/contract';
import {
  opinionsOf,
  parseStream,
  streamName,
  streamOf,
  withheld,
  type StateOf,
  type StreamName,
} from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { pathsOf, withBelow } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { entriesOf } from './entries.ts';
import { lookInto, placeNow, type Looked } from './place-now.ts';
import { asked, seen, sees, type Reader } from './reader.ts';
import { wordingOf } from './sealed-wording.ts';

type Opinion = StateOf<'opinion'>;

/** The case as the list needs it: its text of now, the texts that were sent round, and what changes cite. */
interface Scene {
  readonly reader: Reader;
  readonly now: Looked | null;
  /** By consultation. */
  readonly sent: ReadonlyMap<string, Looked | null>;
  /** Where each clause of those stands, by consultation. */
  readonly paths: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly cites: ReadonlyMap<string, Cited>;
  /** Whether the reader sees the manuscript itself. */
  readonly seesText: boolean;
  readonly departments: ReadonlyMap<string, string>;
}

interface Cited {
  readonly count: number;
  readonly draft: string | null;
}

/**
 * 意见清单: the opinions of a case that the reader may see, with where their words are now, what became of them, and
 * which of them are about one clause.
 *
 * @throws ProblemError not-found
 */
export async function caseOpinions(reader: Reader, id: string, query: OpinionsQuery): Promise<OpinionList> {
  const state = await asked(reader, (known) => known.state('case', id));
  if (!state || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const all = await asked(reader, (known) => opinionsOf(known, id));
  const shown = await seen(
    reader,
    all.map((stream) => ({ stream })),
  );
  const scene = await sceneOf(reader, id, all);
  const lines = await linesOf(scene, shown);
  const marked = lines.map((line) => ({ ...line, ...sameClause(line, lines) }));
  const below = query.clause === undefined ? null : clausesUnder(scene, query.clause);
  return {
    case: { id, title: state.context.title },
    items: marked.filter((line) => wanted(line, query, below)),
  };
}

async function sceneOf(reader: Reader, id: string, opinions: readonly StreamName[]): Promise<Scene> {
  const found = await asked(reader, (known) => {
    const of = known.state('case', id);
    const manuscript = streamOf(of, 'manuscript');
    const consultations = [
      ...new Set(
        opinions.flatMap((name) => known.state('opinion', parseStream(name).id)?.context.consultation ?? []),
      ),
    ];
    return {
      manuscript,
      text: of?.context.texts.manuscript ?? null,
      hidden: withheld(known, id, reader.visitor.person),
      sent: consultations.map(
        (one) => [one, known.state('consultation', one)?.context.text ?? null] as const,
      ),
      departments: new Map(known.org.context.departments.map((each) => [each.id, each.name])),
    };
  });
  const sent = new Map<string, Looked | null>();
  for (const [one, text] of found.sent) sent.set(one, await lookInto(reader, text));
  const { manuscript } = found;
  return {
    reader,
    sent,
    paths: pathsIn(sent),
    now: await lookInto(reader, found.text),
    cites: citesIn(manuscript ? await entriesOf(reader, manuscript) : []),
    seesText: await mayRead(reader, manuscript, found.hidden.has(found.text?.hash ?? '')),
    departments: found.departments,
  };
}

/** Whether the reader sees the manuscript and has not left for it (回避). */
const mayRead = async (
  reader: Reader,
  manuscript: StreamName | undefined,
  isHidden: boolean,
): Promise<boolean> =>
  manuscript !== undefined && !isHidden && (await sees(reader, 'manuscript', parseStream(manuscript).id));

interface Changing {
  readonly label?: string;
  readonly cites?: string | null;
  readonly changes?: readonly { readonly cites?: string | null }[];
}

/** What changes of a manuscript cite: how often, and in which draft last. */
function citesIn(entries: readonly Pick<Entry, 'type' | 'data'>[]): ReadonlyMap<string, Cited> {
  const cites = new Map<string, Cited>();
  let draft: string | null = null;
  for (const { data } of entries) {
    const { label, changes = [], cites: later } = data as Changing;
    draft = label ?? draft;
    for (const name of changes.map((change) => change.cites ?? later ?? null))
      if (name) cites.set(name, { count: (cites.get(name)?.count ?? 0) + 1, draft });
  }
  return cites;
}

interface Said {
  readonly [name: string]: unknown;
}
const words = (said: Said | undefined, name: string): string | null => {
  const found = said?.[name];
  return typeof found === 'string' && found !== '' ? found : null;
};

/** The words of an opinion: as it was given, and the last reason of what is proposed for it. */
interface Wording {
  readonly about: string | null;
  readonly quote: string | null;
  readonly wording: string | null;
  readonly proposed: string | null;
  readonly reason: string | null;
}

async function wordsIn(reader: Reader, stream: string): Promise<Wording> {
  const all = await wordingOf(reader, await entriesOf(reader, stream));
  const given = all.find(({ type }) => type === 'OpinionGiven')?.said ?? undefined;
  const disposed = all.findLast(({ type }) => type === 'DispositionProposed')?.said ?? undefined;
  return {
    about: words(given, 'about'),
    quote: words(given, 'quote'),
    wording: words(given, 'wording'),
    proposed: words(given, 'proposed'),
    reason: words(disposed, 'reason'),
  };
}

/** Opinions whose words are opened at the same time. */
const AT_ONCE = 12;

async function linesOf(
  scene: Scene,
  shown: readonly { readonly stream: StreamName }[],
): Promise<readonly OpinionLine[]> {
  const lines: OpinionLine[] = [];
  for (let from = 0; from < shown.length; from += AT_ONCE) {
    const some = shown.slice(from, from + AT_ONCE);
    const said = await Promise.all(some.map(({ stream }) => wordsIn(scene.reader, stream)));
    for (const [i, words] of said.entries()) {
      const stream = some[i]?.stream;
      if (stream) lines.push(await lineOf(scene, stream, words));
    }
  }
  return lines;
}

async function lineOf(scene: Scene, stream: StreamName, said: Wording): Promise<OpinionLine> {
  const { reader, sent, now } = scene;
  const state = await asked(reader, (known) => known.state('opinion', parseStream(stream).id));
  if (!state) throw new ProblemError('not-found');
  const { clause, consultation } = state.context;
  const then = sent.get(consultation) ?? null;
  const path = clause === null ? undefined : scene.paths.get(consultation)?.get(clause);
  const place = placeNow({ clause, quote: said.quote }, then, now);
  return {
    stream,
    consultation: streamName('consultation', consultation),
    ...standingOf(scene, state, stream),
    ...said,
    clause,
    path: path ?? said.about ?? '',
    place: scene.seesText ? place : { ...place, now: null },
    sameClause: [],
    conflict: false,
  };
}

const pathsIn = (sent: Scene['sent']): Scene['paths'] =>
  new Map([...sent].map(([one, looked]) => [one, looked?.tree ? pathsOf(looked.tree) : new Map()]));

const FROM: { readonly [from in NonNullable<Opinion['context']['from']>]: string } = {
  staff: '职工群众',
  unsigned: '不署名',
};

type Standing = Omit<
  OpinionLine,
  'stream' | 'consultation' | keyof Wording | 'clause' | 'path' | 'place' | 'sameClause' | 'conflict'
>;

const NEVER: Cited = { count: 0, draft: null };

function standingOf(
  { cites, departments }: Scene,
  { value, context }: Opinion,
  stream: StreamName,
): Standing {
  const { no, sort, disposition, into } = context;
  const { count, draft } = cites.get(stream) ?? NEVER;
  return {
    no,
    ...giverOf(departments, context),
    sort,
    status: value,
    words: wordsOf(STATUS_WORDS, value).zh,
    disposition,
    dispositionWords: disposition && wordsOf(DISPOSITION_WORDS, disposition).zh,
    into,
    draft,
    changes: count,
    traced: count > 0 || into !== null || !needsChange(disposition),
  };
}

const needsChange = (disposition: Opinion['context']['disposition']): boolean =>
  disposition === 'adopted' || disposition === 'partly';

function giverOf(
  departments: ReadonlyMap<string, string>,
  { department, from }: Opinion['context'],
): Pick<OpinionLine, 'department' | 'from'> {
  if (department === null) return { department: null, from: from === null ? '' : FROM[from] };
  const name = departments.get(department) ?? '';
  return { department: { id: department, name }, from: name };
}

/** Others on the same clause, and whether they pull in different directions. */
function sameClause(
  line: OpinionLine,
  all: readonly OpinionLine[],
): Pick<OpinionLine, 'sameClause' | 'conflict'> {
  const others = all.filter(
    ({ stream, clause, consultation, status }) =>
      clause !== null &&
      stream !== line.stream &&
      clause === line.clause &&
      consultation === line.consultation &&
      status !== 'withdrawn',
  );
  const differ = others.some(
    ({ disposition, proposed }) =>
      (disposition !== null && line.disposition !== null && disposition !== line.disposition) ||
      (proposed !== null && line.proposed !== null && proposed !== line.proposed),
  );
  return { sameClause: others.map(({ no }) => no), conflict: differ };
}

/** A heading stands for all that lies under it, in any of the texts. */
function clausesUnder({ now, sent }: Scene, clause: string): ReadonlySet<string> {
  const trees = [now, ...sent.values()].flatMap((looked) => (looked?.tree ? [looked.tree] : []));
  return new Set([clause, ...trees.flatMap((tree) => withBelow(tree, clause))]);
}

function wanted(line: OpinionLine, query: OpinionsQuery, below: ReadonlySet<string> | null): boolean {
  const { department, state, disposition } = query;
  const same = (asked: string | undefined, has: string | null | undefined): boolean =>
    asked === undefined || asked === has;
  return (
    same(department, line.department?.id) &&
    same(state, line.status) &&
    same(disposition, line.disposition) &&
    isThere(line, query, below)
  );
}

function isThere(
  { path, about, clause, sameClause: others }: OpinionLine,
  { place, similar }: OpinionsQuery,
  below: ReadonlySet<string> | null,
): boolean {
  if (place !== undefined && !`${path} ${about ?? ''}`.includes(place)) return false;
  if (below !== null && (clause === null || !below.has(clause))) return false;
  return similar !== true || others.length > 0;
}
