import {
  indicatorsOf,
  isTree,
  keyOfText,
  parseStream,
  streamOf,
  withheld,
  type OrgState,
  type StateOf,
  type StreamName,
  type TextRef,
} from '@mouding/core';
import { readTreeDocument, type Tree } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from './cited-files.ts';
import { asked, sees, type Reader } from './reader.ts';

/** The manuscript as it stands: a tree of nodes, or plain. */
export interface ManuscriptNow {
  readonly ref: TextRef;
  readonly source: string | Tree;
}

/** 指标填报 of a case, with what queries about it look at. */
export interface IndicatorScene {
  readonly case: { readonly id: string; readonly title: string };
  readonly stream: StreamName<'indicator'>;
  /** Absent while no indicator was defined. */
  readonly sheet: StateOf<'indicator'> | undefined;
  readonly org: OrgState;
  /** Null for whoever may not read it, and while there is none. */
  readonly manuscript: ManuscriptNow | null;
}

/** @throws ProblemError not-found, for a case and for indicators that the reader does not see */
export async function indicatorScene(reader: Reader, caseId: string): Promise<IndicatorScene> {
  const found = await asked(reader, (known) => known.state('case', caseId));
  if (!found || !(await sees(reader, 'case', caseId))) throw new ProblemError('not-found');
  const stream = await asked(reader, (known) => indicatorsOf((name) => known.derive(name), caseId));
  const { id } = parseStream(stream);
  const sheet = await asked(reader, (known) => known.state('indicator', id));
  const shown = sheet ? await sees(reader, 'indicator', id) : readsManuscripts(reader);
  if (!shown) throw new ProblemError('not-found');
  return {
    case: { id: caseId, title: found.context.title },
    stream,
    sheet,
    org: await asked(reader, (known) => known.org),
    manuscript: await manuscriptOf(reader, caseId, await newest(reader, found)),
  };
}

/** The same, asked for by the stream. @throws ProblemError not-found */
export async function sceneOfStream(reader: Reader, id: string): Promise<IndicatorScene> {
  const state = await asked(reader, (known) => known.state('indicator', id));
  if (!state || !(await sees(reader, 'indicator', id))) throw new ProblemError('not-found');
  return indicatorScene(reader, state.context.case);
}

/** The draft that is being worked on; else the text that the stages before have left. */
async function newest(reader: Reader, found: StateOf<'case'>): Promise<TextRef | null> {
  const stream = streamOf(found, 'manuscript');
  const draft =
    stream &&
    (await asked(reader, (known) => known.state('manuscript', parseStream(stream).id)?.context.text));
  return draft ?? found.context.texts.manuscript;
}

async function manuscriptOf(
  reader: Reader,
  caseId: string,
  ref: TextRef | null,
): Promise<ManuscriptNow | null> {
  if (!ref || !readsManuscripts(reader)) return null;
  const hidden = await asked(reader, (known) => withheld(known, caseId, reader.visitor.person));
  if (hidden.has(ref.hash)) return null;
  const source = await sourceOf(reader, ref);
  return source === undefined ? null : { ref, source };
}

/** A text that is kept: a tree as one, any other as it is. */
export async function sourceOf(reader: Reader, ref: TextRef): Promise<string | Tree | undefined> {
  const content = await reader.ledger.text(reader.visitor.institution, keyOfText(ref));
  return content !== undefined && isTree(ref) ? readTreeDocument(content) : content;
}
