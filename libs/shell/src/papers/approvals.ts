import { FACT_WORDS, MEDIUM_WORDS, OUTCOME_WORDS, wordsOf } from '@mouding/contract';
import { stagesOf } from '@mouding/core';
import { dayWords, type ApprovalRow } from '@mouding/documents';
import type { Entry } from '@mouding/evidence';
import { entriesOf } from '../queries/entries.ts';
import { asked, seen } from '../queries/reader.ts';
import type { View } from './view.ts';

/** Steps that are an approval, an opinion on the whole, or a resolution. */
const APPROVING: ReadonlySet<string> = new Set([
  'ContributionAccepted',
  'ChapterSignedOff',
  'ChapterCountersigned',
  'ReviewOpinionGiven',
  'TablingBacked',
  'TablingApproved',
  'ItemDeclared',
  'MeetingRecorded',
  'MandateApproved',
  'UpperAnswered',
  'AnswerReceived',
  'IssueReviewed',
  'IssueCountersigned',
  'IssueSigned',
  'IssueChecked',
  'IssueSealed',
]);

interface Told {
  readonly words?: string;
  readonly outcome?: string;
  readonly bodyKey?: string;
  readonly sum?: { readonly zh?: string };
  readonly department?: string;
  readonly on?: string;
  readonly number?: string;
  readonly medium?: string;
  readonly post?: string | null;
}

interface Step {
  readonly entry: Entry;
  readonly label: string;
  readonly bodyKey: string | null;
}

/** Every approval of the case that the reader may see, in the order in which they came about. */
export async function approvalRows(view: View): Promise<readonly ApprovalRow[]> {
  const { reader, caseId } = view;
  const items = await seen(reader, await reader.ledger.itemsOfCase(reader.visitor.institution, caseId));
  const labels = await stageWords(view);
  const steps = await Promise.all(
    items.map(async ({ stream, kind, stage, label }) => {
      const entries = await entriesOf(reader, stream);
      const called = entries.map(({ data }) => bodyKeyOf(data)).find((key) => key !== undefined);
      return entries
        .filter(({ type }) => APPROVING.has(type))
        .map((entry): Step => ({ entry, label: labels(kind, stage) ?? label, bodyKey: called ?? null }));
    }),
  );
  return steps
    .flat()
    .toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : 1))
    .map((step) => rowOf(view, step));
}

/** A paper of a department goes by its own name, everything else by its stage. */
async function stageWords({
  reader,
  caseId,
}: View): Promise<(kind: string, stage: string | null) => string | undefined> {
  const hash = await asked(reader, (known) => known.state('case', caseId)?.context.procedure.hash);
  const { definition } = await reader.world.procedure(hash ?? '');
  const titles = new Map(stagesOf(definition).map(({ id, title }) => [id, title]));
  return (kind, stage) =>
    kind === 'chapter' || kind === 'contribution' ? undefined : titles.get(stage ?? '');
}

const bodyKeyOf = ({ bodyKey }: Told): string | undefined => bodyKey;

function rowOf({ house }: View, { entry, label, bodyKey }: Step): ApprovalRow {
  const { type, data, at } = entry;
  const told: Told = data;
  const isBody = BODIES.has(type);
  return {
    stage: label,
    who: isBody && bodyKey !== null ? house.body(bodyKey) : handIn(house, entry),
    words: wordsFor(type, told),
    opinion: isBody ? (told.sum?.zh ?? null) : null,
    on: dayWords(told.on ?? at),
    medium: mediumOf(told),
  };
}

const BODIES: ReadonlySet<string> = new Set(['ItemDeclared', 'MeetingRecorded']);

const mediumOf = ({ medium }: Told): string | null =>
  medium === undefined ? null : wordsOf(MEDIUM_WORDS, medium).zh;

/** The department that did it, otherwise the post. */
function handIn(house: View['house'], { data, actor }: Entry): string {
  const { department, post = actor.post }: Told = data;
  return house.department(department ?? null) ?? house.post(post) ?? '';
}

/** A body says its own words; an authority its answer with its number; everybody else what they did. */
function wordsFor(type: string, { words = '', outcome, number = '' }: Told): string {
  if (words !== '') return words;
  if (outcome === undefined) return wordsOf(FACT_WORDS, type).zh;
  return `${wordsOf(OUTCOME_WORDS, outcome).zh}${number === '' ? '' : `（${number}）`}`;
}
