import { wordsOf, DISPOSITION_WORDS } from '@mouding/contract';
import { blameOf, lineageOf, type ManuscriptFact, type Provenance } from '@mouding/core';
import { hashIn } from './chapter-drafts.ts';
import { wordOf, type CannedRecord } from './record.ts';

/** Who put words into the issued text, and on what authority. */
export interface Origin {
  readonly kind: 'chapter' | 'opinion' | 'authority';
  /** 科室, or whose chapter it is. */
  readonly who: string;
  readonly what: string;
  /** In the words of whoever asked for it; empty for a chapter as it was written. */
  readonly wording: string;
  /** The meeting that settled it; null for what was written from the beginning. */
  readonly meeting: { readonly title: string; readonly at: string } | null;
  readonly draft: string;
}

/** A clause of the issued text in pieces, each with its origin. */
export interface IssuedClause {
  readonly node: string;
  readonly kind: string;
  readonly runs: readonly { readonly text: string; readonly origin: Origin }[];
}

/** The issued text, every character with where it comes from. @throws Error where nothing was issued */
export function issuedText(record: CannedRecord): readonly IssuedClause[] {
  const { entries } = record;
  const issued = entries.findLast(({ type }) => type === 'Issued');
  const root = hashIn(issued?.data);
  const own = entries.filter(({ stream }) => stream.startsWith('manuscript/'));
  // The log holds what the machine of manuscripts took, and nothing else.
  const steps = own.map(({ version, type, data }) => ({ version, fact: { type, data } as ManuscriptFact }));
  const lineage = lineageOf(steps, { scheme: 'tree@1', hash: root });
  const tree = lineage && record.tree(lineage.base.hash);
  if (!lineage || !tree) throw new Error('the issued text has no line');
  const parts = lineage.basis.type === 'ManuscriptCompiled' ? lineage.basis.data.parts : [];
  const contents = parts.map(({ text }) => record.text(text.hash));
  const kinds = new Map(tree.nodes.map(({ id, kind }) => [id, kind]));
  return [...blameOf(lineage, tree, contents)].map(([node, { runs }]) => ({
    node,
    kind: kinds.get(node) ?? 'paragraph',
    runs: runs.map(({ text, by }) => ({ text, origin: originOf(record, by) })),
  }));
}

function originOf(record: CannedRecord, by: Provenance): Origin {
  if (by.cites?.startsWith('opinion/')) return ofOpinion(record, by.cites, by);
  return by.how === 'changed' ? ofAuthority(record, by) : ofChapter(record, by);
}

function ofChapter(record: CannedRecord, { part, draft }: Provenance): Origin {
  const written = record.entries.find(
    ({ stream, type }) => stream === part?.chapter && type === 'ChapterSubmitted',
  );
  return {
    kind: 'chapter',
    who: departmentOf(record, written?.actor.post ?? null),
    what: part?.title ?? '',
    wording: '',
    meeting: null,
    draft: draft ?? '',
  };
}

function ofOpinion(record: CannedRecord, opinion: string, { draft }: Provenance): Origin {
  const own = record.entries.filter(({ stream }) => stream === opinion);
  const [given] = own;
  const { no } = given?.data ?? {};
  const { disposition, meeting } = own.find(({ type }) => type === 'DispositionFixed')?.data ?? {};
  const { wording } = record.opened(opinion, 1);
  return {
    kind: 'opinion',
    who: departmentOf(record, given?.actor.post ?? null),
    what: `第${wordOf(no)}号意见，${wordsOf(DISPOSITION_WORDS, wordOf(disposition)).zh}`,
    wording: wordOf(wording),
    meeting: meetingOf(record, wordOf(meeting)),
    draft: draft ?? '',
  };
}

function ofAuthority(record: CannedRecord, { draft }: Provenance): Origin {
  const answered = record.entries.find(
    ({ type, data }) => type === 'AnswerReceived' && data['outcome'] === 'returned',
  );
  const after = record.entries.findLast(
    ({ type, at, data }) => type === 'MeetingCalled' && at > (answered?.at ?? '') && 'bodyKey' in data,
  );
  return {
    kind: 'authority',
    who: '',
    what: wordOf(answered?.data['number']),
    wording: '',
    meeting: after ? meetingOf(record, after.stream) : null,
    draft: draft ?? '',
  };
}

function departmentOf({ org }: CannedRecord, post: string | null): string {
  const held = org.posts.find(({ id }) => id === post);
  return org.departments.find(({ id }) => id === held?.department)?.name ?? held?.title ?? '';
}

function meetingOf({ entries, org }: CannedRecord, stream: string): Origin['meeting'] {
  const called = entries.find((entry) => entry.stream === stream && entry.type === 'MeetingCalled');
  const body = org.bodies.find(({ key }) => key === called?.data['bodyKey']);
  return called ? { title: body?.name ?? '', at: wordOf(called.data['at'] ?? called.at) } : null;
}
