import type { Origin } from '@mouding/contract';
import { parseStream, type Ground, type Provenance, type StreamName } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { rowsOf } from '../reading/rows-of.ts';
import { asked, seen, type Reader } from './reader.ts';
import { wordingOf } from './sealed-wording.ts';

/** What is known of a manuscript’s entries, for whoever reads. */
interface Telling {
  readonly byVersion: ReadonlyMap<number, Entry>;
  readonly said: ReadonlyMap<number, { readonly [key: string]: unknown } | null>;
  readonly posts: ReadonlyMap<string, string>;
  /** What the reader sees of what changes answer, by the words of a work list. */
  readonly labels: ReadonlyMap<string, string | null>;
}

/** Who, when and on what authority, in words. Reasons are shown with the wording of the manuscript; a cited stream to those who see it. */
export async function originsOf(
  reader: Reader,
  entries: readonly Entry[],
  all: readonly Provenance[],
): Promise<ReadonlyMap<Provenance, Origin>> {
  const wording = await wordingOf(reader, entries);
  const telling: Telling = {
    byVersion: new Map(entries.map((entry) => [entry.version, entry])),
    said: new Map(wording.map(({ version, said }) => [version, said])),
    posts: await asked(
      reader,
      ({ org }) => new Map(org.context.posts.map(({ id, title }) => [id, title] as const)),
    ),
    labels: await labelsOf(reader, namedIn(all)),
  };
  return new Map(all.map((by) => [by, originOf(telling, by)]));
}

function originOf(telling: Telling, by: Provenance): Origin {
  const { version, draft, how, part, ground, change } = by;
  return {
    ...handOf(telling, version),
    version,
    draft,
    how,
    words: wordsOfWay(by),
    chapter: part && { stream: telling.labels.has(part.chapter) ? part.chapter : null, title: part.title },
    ...citedBy(telling, restsOn(by)),
    ground: ground && groundWords(ground),
    reason: reasonIn(telling.said.get(version) ?? null, change),
  };
}

/** Whose hand it was, and when. @throws Error for an entry that the manuscript does not have */
function handOf({ byVersion, posts }: Telling, version: number): Pick<Origin, 'at' | 'post' | 'person'> {
  const entry = byVersion.get(version);
  if (!entry) throw new Error(`the manuscript has no entry ${version}`);
  const { by, post } = entry.actor;
  return { at: entry.at, post: post === null ? null : (posts.get(post) ?? null), person: by };
}

/** Streams that are shown where the reader sees them. */
const namedIn = (all: readonly Provenance[]): readonly StreamName[] => [
  ...new Set(all.flatMap((by) => [restsOn(by), by.part?.chapter].flatMap((name) => name ?? []))),
];

/** What a change answers, or where the instruction stands that it rests on. */
const restsOn = ({ cites, ground }: Provenance): StreamName | null =>
  cites ?? (ground?.basis === 'recorded-instruction' ? ground.chapter : null);

const citedBy = ({ labels }: Telling, cites: StreamName | null): Pick<Origin, 'cites' | 'citesWords'> => {
  const label = cites === null ? undefined : labels.get(cites);
  return label === undefined ? { cites: null, citesWords: null } : { cites, citesWords: label };
};

const WAYS = {
  compiled: '汇总成稿',
  changed: '修改',
  'taken-over': '中途接入时的文稿',
  converted: '转换为条目化文稿',
} as const;

const wordsOfWay = ({ how, part }: Provenance): string => (part ? `${WAYS[how]}：${part.title}` : WAYS[how]);

const GROUNDS: { readonly [basis in Ground['basis']]: string } = {
  finding: '文稿校核',
  instruction: '领导批示',
  'recorded-instruction': '领导批示',
  'upper-plan': '上级规划衔接',
  data: '数据更正',
  editorial: '编辑性修改',
  resolution: '会议决议',
};

const groundWords = (ground: Ground): string =>
  ground.basis === 'recorded-instruction'
    ? `${GROUNDS[ground.basis]}（第${ground.no}号）`
    : GROUNDS[ground.basis];

/** Reasons of a fact stand in the order of its changes. */
function reasonIn(said: { readonly [key: string]: unknown } | null, change: number | null): string | null {
  const reasons = said?.['reasons'];
  const found: unknown = Array.isArray(reasons) && change !== null ? reasons[change] : null;
  return typeof found === 'string' && found !== '' ? found : null;
}

/** What streams are called in a work list, of those that the reader sees. */
async function labelsOf(
  reader: Reader,
  names: readonly StreamName[],
): Promise<ReadonlyMap<string, string | null>> {
  const labels = new Map<string, string | null>();
  for (const { stream } of await seen(
    reader,
    names.map((name) => ({ stream: name })),
  )) {
    const { kind, id } = parseStream(stream);
    await asked(reader, (known) => known.state(kind, id));
    labels.set(stream, rowsOf(reader.world, stream)?.item?.label ?? null);
  }
  return labels;
}
