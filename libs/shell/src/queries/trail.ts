import { FACT_WORDS, wordsOf, type Trail, type TrailStep, type TrailText } from '@mouding/contract';
import { streamName, TextRef, type Kind } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { draftsIn } from '../papers/drafts.ts';
import { houseOf, type House } from '../papers/house.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { citedBy, openThrough, seesHowMade } from './cited-texts.ts';
import { entriesOf } from './entries.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

/** A version, from the entry on that made it. */
interface Made extends Pick<TrailText, 'ref' | 'label' | 'at'> {
  readonly from: number;
}

/**
 * 办理经过 of one stream as the reader may see it, and the versions of its text: which of them were approved, and on which
 * the reader acted, so that the page can say what changed since. Whoever only receives an issue is told of no step.
 *
 * @throws ProblemError not-found
 */
export async function trailOf(reader: Reader, kind: Kind, id: string): Promise<Trail> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const entries = await entriesOf(reader, streamName(kind, id));
  const open = await openThrough(reader, kind, id, entries);
  const made = madeIn(kind, entries).filter(({ ref }) => open.texts.has(ref.hash));
  const steps = (await seesHowMade(reader, kind, id)) ? entries : [];
  const around = kind === 'manuscript' ? await aroundManuscript(reader, id) : [];
  const approved = approvedIn([...entries, ...around]);
  const acted = [...actedIn(reader, made, entries), ...actedIn(reader, [], around)];
  const texts = made.map(({ from: _, ...text }) => ({
    ...text,
    approved: approved.has(text.ref.hash),
    seen: lastOf(acted, text.ref.hash),
  }));
  const house = await houseOf(reader);
  return { texts, steps: steps.map((entry) => stepOf(reader, house, made, entry)), ...marksOf(texts) };
}

interface Told {
  readonly text?: unknown;
  readonly department?: unknown;
}

const told = (data: Told): Told => data;

const textIn = ({ data }: Entry): TextRef | null => TextRef.safeParse(told(data).text).data ?? null;

const departmentIn = ({ data }: Entry): string | null => {
  const { department } = told(data);
  return typeof department === 'string' ? department : null;
};

/** What a department adds of its own is no version of the thing. */
function madeIn(kind: Kind, entries: readonly Entry[]): readonly Made[] {
  if (kind === 'manuscript')
    return draftsIn(entries).map(({ ref, label, at, entry }) => ({ ref, label, at, from: entry.version }));
  const made: Made[] = [];
  for (const entry of entries) {
    const ref = kind === 'chapter' && departmentIn(entry) !== null ? null : textIn(entry);
    if (ref && made.at(-1)?.ref.hash !== ref.hash)
      made.push({ ref, label: `第${made.length + 1}稿`, at: entry.at, from: entry.version });
  }
  return made;
}

const APPROVING: ReadonlySet<string> = new Set(['ChapterSignedOff', 'StageClosed', 'IssueSigned']);

const approvedIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (APPROVING.has(entry.type) ? [...citedBy([entry]).texts.keys()] : [])));

/** Where a plan's text is decided on: the case that it belongs to, and what is asked about it there. */
async function aroundManuscript(reader: Reader, id: string): Promise<readonly Entry[]> {
  const caseId = await asked(reader, (known) => known.state('manuscript', id)?.context.case ?? '');
  const items = await reader.ledger.itemsOfCase(reader.visitor.institution, caseId);
  const deciding = items.filter(({ kind }) => DECIDING.has(kind)).map(({ stream }) => ({ stream }));
  const shown = await seen(reader, [{ stream: streamName('case', caseId) }, ...deciding]);
  const entries = await Promise.all(shown.map(({ stream }) => entriesOf(reader, stream)));
  return entries.flat();
}

const DECIDING: ReadonlySet<string> = new Set(['review', 'tabling', 'meeting', 'issue']);

interface Acted {
  readonly hash: string;
  readonly at: string;
}

/** On which texts the reader acted: the one that the act names, otherwise the version that stood then. */
function actedIn({ visitor }: Reader, made: readonly Made[], entries: readonly Entry[]): readonly Acted[] {
  return entries.flatMap((entry) => {
    const hash = textIn(entry)?.hash ?? standing(made, entry)?.ref.hash;
    return entry.actor.by === visitor.person && hash !== undefined ? [{ hash, at: entry.at }] : [];
  });
}

const standing = (made: readonly Made[], { version }: Entry): Made | undefined =>
  made.findLast(({ from }) => from <= version);

const lastOf = (acted: readonly Acted[], hash: string): string | null =>
  acted
    .filter((one) => one.hash === hash)
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? null;

function stepOf({ visitor }: Reader, house: House, made: readonly Made[], entry: Entry): TrailStep {
  const { version, at, type, actor } = entry;
  return {
    version,
    at,
    type,
    words: wordsOf(FACT_WORDS, type),
    post: house.post(actor.post),
    department: house.department(departmentIn(entry)),
    mine: actor.by !== null && actor.by === visitor.person,
    recorded: actor.recorder !== null,
    text: standing(made, entry)?.ref.hash ?? null,
  };
}

/** The versions that a reader compares the current one with. */
function marksOf(
  texts: readonly TrailText[],
): Pick<Trail, 'current' | 'lastSeen' | 'lastApproved' | 'previous'> {
  const current = hashOf(texts.at(-1));
  const earlier = texts.filter(({ ref }) => ref.hash !== current);
  return {
    current,
    lastSeen: hashOf(seenLast(earlier)),
    lastApproved: hashOf(earlier.findLast(({ approved }) => approved)),
    previous: hashOf(earlier.at(-1)),
  };
}

const hashOf = (text: TrailText | undefined): string | null => text?.ref.hash ?? null;

const seenLast = (texts: readonly TrailText[]): TrailText | undefined =>
  texts
    .filter(({ seen: when }) => when !== null)
    .toSorted((a, b) => ((a.seen ?? '') < (b.seen ?? '') ? -1 : 1))
    .at(-1);
