import type { JoiningCheck, JoiningForm, JoiningQuery, JoiningWish } from '@mouding/contract';
import {
  dayOf,
  joiningFaults,
  joiningLines,
  readsEveryText,
  type JoiningFault,
  type JoiningLine,
  type Procedure,
  type StateOf,
} from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { outcomeWords } from './outcome-words.ts';
import { asked, inOwnRight, sees, type Reader } from './reader.ts';

/** Whoever takes cases over reads every text anyway: nobody else is told whether a text or a scan is here. */
export const joins = (reader: Reader): boolean => inOwnRight(reader).some(readsEveryText);

interface Published {
  readonly state: StateOf<'procedure'>;
  readonly version: number;
  readonly procedure: Procedure;
}

/** @throws ProblemError not-found */
async function published(reader: Reader, id: string, wanted: number | undefined): Promise<Published> {
  const state = await asked(reader, (known) => known.state('procedure', id));
  if (!state || !(await sees(reader, 'procedure', id))) throw new ProblemError('not-found');
  const { versions } = state.context;
  const found = wanted === undefined ? versions.at(-1) : versions.find(({ version }) => version === wanted);
  if (!found) throw new ProblemError('not-found');
  return { state, version: found.version, procedure: await reader.world.procedure(found.hash) };
}

/**
 * 补录表: every stage that must be entered of a case that is taken over at a stage, with the outcome that leads on.
 *
 * @throws ProblemError not-found, for a version or a stage that is not there, or one that no way leads to
 */
export async function joiningForm(
  reader: Reader,
  id: string,
  { stage, version }: JoiningQuery,
): Promise<JoiningForm> {
  const found = await published(reader, id, version);
  const lines = joiningLines(found.procedure, stage);
  if (!lines) throw new ProblemError('not-found');
  return {
    procedure: found.state.context.id,
    name: found.procedure.definition.title,
    version: found.version,
    stage,
    title: found.procedure.stage(stage).stage.title,
    rows: lines.map((line) => rowOf(found.procedure, line)),
  };
}

function rowOf(procedure: Procedure, line: JoiningLine): JoiningForm['rows'][number] {
  const { stage } = procedure.stage(line.stage);
  return {
    ...line,
    outcomes: line.outcomes.map((outcome) => ({ outcome, words: outcomeWords(stage, outcome, procedure) })),
  };
}

/** 校验补录表: every fault at once; nothing is recorded. @throws ProblemError not-found */
export async function checkJoining(reader: Reader, id: string, wish: JoiningWish): Promise<JoiningCheck> {
  if (!joins(reader)) throw new ProblemError('not-found');
  const { state, version, procedure } = await published(reader, id, wish.version);
  const { ledger, visitor } = reader;
  const { institution } = visitor;
  const today = dayOf(await ledger.lawNow(institution));
  const { rows, scheme, manuscript } = wish;
  const texts = await thoseHere(
    [scheme, manuscript, ...rows.map(({ text }) => text)],
    async (hash) => (await ledger.text(institution, hash)) !== undefined,
  );
  const scans = await thoseHere(
    rows.map(({ scan }) => scan),
    async (hash) => (await ledger.file(institution, hash)) !== undefined,
  );
  const faults = joiningFaults(procedure, wish, {
    today,
    hasText: (hash) => texts.has(hash),
    hasFile: (hash) => scans.has(hash),
  });
  const sound = faults.every(({ weight }) => weight === 'notice');
  return {
    faults: faults.map(faultView),
    body: sound ? bodyOf(wish, { procedure: state.context.id, version }) : null,
  };
}

const HASH = /^[0-9a-f]{64}$/;

async function thoseHere(
  hashes: readonly string[],
  isHere: (hash: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (const hash of new Set(hashes)) if (HASH.test(hash) && (await isHere(hash))) here.add(hash);
  return here;
}

const faultView = (fault: JoiningFault): JoiningCheck['faults'][number] => ({ ...fault, cell: null });

const textRef = (hash: string): object | null => (hash === '' ? null : { scheme: 'blob-sha256@1', hash });
const fileRef = (hash: string): object | null => (hash === '' ? null : { scheme: 'file-sha256@1', hash });

/** The body with which the case can be taken over. */
const bodyOf = (
  { title, stage, scheme, manuscript, rows }: JoiningWish,
  bound: { readonly procedure: string; readonly version: number },
): { [key: string]: unknown } => ({
  ...bound,
  title,
  scheme: textRef(scheme),
  stage,
  manuscript: textRef(manuscript),
  earlier: rows.map(({ stage: of, outcome, on, number, text, scan, words }) => ({
    stage: of,
    outcome,
    on,
    number: number === '' ? null : number,
    text: textRef(text),
    scan: fileRef(scan),
    words,
  })),
});
