import { hrefOf, VIEWS, type PaperList, type ViewedKind } from '@mouding/contract';
import type { Kind } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { entriesOf } from '../queries/entries.ts';
import { asked, sees, type Reader } from '../queries/reader.ts';
import { resource } from '../queries/resource.ts';
import { houseOf } from './house.ts';
import { ISSUE_SLIP, REVIEW_SLIP } from './for-leaders.ts';
import { CASE_PAPERS } from './of-case.ts';
import { SIGNING_PAPERS } from './of-chapter.ts';
import { CHAPTER_PAPERS, CONTRIBUTION_PAPERS } from './of-collecting.ts';
import { CONSULTATION_PAPERS } from './of-consultation.ts';
import { DUTY_PAPERS } from './of-duty.ts';
import { FILING_PAPERS } from './of-filing.ts';
import { INDICATOR_PAPERS } from './of-indicators.ts';
import { ISSUE_PAPERS } from './of-issue.ts';
import { MANUSCRIPT_PAPERS } from './of-manuscript.ts';
import { MEETING_PAPERS } from './of-meeting.ts';
import { RECORD_PAPERS } from './of-record.ts';
import { SITTING_PAPERS } from './of-sitting.ts';
import { TABLING_PAPERS } from './of-tabling.ts';
import type { Maker, Printed, View } from './view.ts';

const MAKERS: { readonly [kind in Kind]?: readonly Maker[] } = {
  case: CASE_PAPERS,
  contribution: CONTRIBUTION_PAPERS,
  chapter: [...CHAPTER_PAPERS, ...SIGNING_PAPERS],
  manuscript: MANUSCRIPT_PAPERS,
  consultation: CONSULTATION_PAPERS,
  tabling: TABLING_PAPERS,
  meeting: MEETING_PAPERS,
  sitting: SITTING_PAPERS,
  duty: DUTY_PAPERS,
  indicator: INDICATOR_PAPERS,
  filing: FILING_PAPERS,
  issue: [...ISSUE_PAPERS, ISSUE_SLIP],
  review: [REVIEW_SLIP],
  record: RECORD_PAPERS,
};

export const isViewed = (kind: Kind): kind is ViewedKind => kind in VIEWS;

/** @throws ProblemError not-found, for what is not there and what may not be seen */
async function viewOf(
  reader: Reader,
  { kind, id, address, filedIn = null }: Omit<PaperWish, 'key'>,
): Promise<View> {
  const { ledger, visitor } = reader;
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const shown = isViewed(kind) ? await resource(reader, kind, id) : null;
  const caseId = kind === 'case' ? id : await caseOf(reader, kind, id, shown?.case ?? null);
  const plan = await asked(reader, (known) => known.state('case', caseId)?.context.title ?? '');
  return {
    reader,
    kind,
    id,
    address,
    filedIn,
    house: await houseOf(reader),
    caseId,
    plan,
    seen: shown,
    entries: await entriesOf(reader, `${kind}/${id}`),
    now: await ledger.lawNow(visitor.institution),
  };
}

/** A sitting and a record stand in no line of a case: its item or its own context names it. */
async function caseOf(reader: Reader, kind: Kind, id: string, named: string | null): Promise<string> {
  if (named !== null) return named;
  if (kind === 'record') return asked(reader, (known) => known.state('record', id)?.context.case ?? '');
  const items = await asked(reader, (known) => known.state('sitting', id)?.context.items ?? []);
  const meeting = items.find((item) => item.meeting !== null)?.meeting?.slice('meeting/'.length) ?? '';
  return asked(reader, (known) => (meeting && known.state('meeting', meeting)?.context.case) ?? '');
}

const FORMATS = ['docx', 'pdf'] as const;
const SHEET_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const;

/** The papers that can be printed of it now, for this reader. @throws ProblemError not-found */
export async function paperList(reader: Reader, kind: Kind, id: string): Promise<PaperList> {
  const makers = MAKERS[kind] ?? [];
  const view = await viewOf(reader, { kind, id, address: '' });
  const there = await Promise.all(makers.map(async (maker) => maker.there(view)));
  const href = hrefOf(`${kind}/${id}`) ?? '';
  return {
    papers: makers
      .filter((_, at) => there[at] === true)
      .map(({ key, title, sheet }) => ({
        paper: key,
        title,
        formats: [...(sheet ? SHEET_FORMATS : FORMATS)],
        href: `${href}/papers/${key}`,
      })),
  };
}

/** A paper as data, with the name of its file; how it becomes a file is not decided here. */
export interface NamedPaper extends Printed {
  readonly name: string;
}

/** Which paper, and the address that stands in links on it (empty for none). */
export interface PaperWish {
  readonly kind: Kind;
  readonly id: string;
  readonly key: string;
  readonly address: string;
  /** The case whose file it is for; left out for whoever asks for the paper itself. */
  readonly filedIn?: string | null;
}

/** One paper. Printing is a read: nothing is recorded. @throws ProblemError not-found */
export async function paperOf(reader: Reader, wish: PaperWish): Promise<NamedPaper> {
  const { kind, key } = wish;
  const maker = MAKERS[kind]?.find((one) => one.key === key);
  if (!maker) throw new ProblemError('not-found');
  const view = await viewOf(reader, wish);
  if (!(await maker.there(view))) throw new ProblemError('not-found');
  const printed = await maker.make(view);
  const name = [maker.title, printed.paper.trace.draft].filter((part) => part !== null).join('-');
  return { ...printed, name };
}
