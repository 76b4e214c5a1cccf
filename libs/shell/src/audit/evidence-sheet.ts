import { FACT_WORDS, wordsOf, type EvidenceSheetWish } from '@mouding/contract';
import {
  dayWords,
  evidenceSheet,
  momentWords,
  writeWord,
  type CitedEntry,
  type EvidenceSheet,
  type Paper,
} from '@mouding/documents';
import { ProblemError } from '../problem/problem-error.ts';
import type { Press } from '../papers/press.ts';
import type { AuditScope } from './access.ts';
import { caseLog, ofPeriod, type CaseLog, type LogFact } from './case-log.ts';
import { sourceOf } from './lists.ts';
import { namingOf, type Naming } from './naming.ts';

/**
 * 审计取证单: the auditor's words over entries that are cited from the log, each with its place and its hash.
 *
 * @throws ProblemError not-found; refused for an entry that the case or the letter does not have
 */
async function evidencePaper(scope: AuditScope, wish: EvidenceSheetWish): Promise<Paper> {
  const log = await caseLog(scope, wish.case);
  const cited = citedOf(scope, log, wish.evidence);
  return evidenceSheet(await sheetOf(scope, wish, log, cited));
}

/** The same as a file. */
export async function evidenceFile(
  scope: AuditScope,
  wish: EvidenceSheetWish,
  press: Press,
): Promise<Uint8Array> {
  const paper = await evidencePaper(scope, wish);
  if (wish.format === 'docx') return writeWord(paper);
  const made = await press.write(paper);
  if ('kind' in made) throw new Error(`${made.cause}: ${made.detail}`);
  return made;
}

function citedOf(scope: AuditScope, { facts }: CaseLog, wanted: readonly number[]): readonly LogFact[] {
  const shown = new Map(ofPeriod(scope, facts).map((fact) => [fact.idx, fact]));
  const missing = wanted.filter((idx) => !shown.has(idx));
  if (missing.length > 0)
    throw new ProblemError('refused', {
      refusal: {
        because: 'state',
        rule: 'audit.entry',
        said: { zh: '所据记录不在调阅范围内', en: 'Some of these entries are not in what you may read' },
        facts: { missing },
        needs: { zh: '请核对记录序号', en: 'Check the numbers of the entries' },
      },
    });
  return [...new Set(wanted)].toSorted((a, b) => a - b).flatMap((idx) => shown.get(idx) ?? []);
}

async function sheetOf(
  scope: AuditScope,
  { title, said, basis }: EvidenceSheetWish,
  log: CaseLog,
  cited: readonly LogFact[],
): Promise<EvidenceSheet> {
  const { access, letter } = scope;
  const naming = await namingOf(
    access,
    cited.map(({ actor }) => actor),
  );
  return {
    source: sourceOf(scope, log.facts.at(-1)?.leafHash ?? null),
    plan: log.title,
    letter: letter?.number ?? '',
    title,
    said: said.split('\n').filter((line) => line.trim() !== ''),
    basis: basis === undefined || basis === '' ? null : basis,
    entries: cited.map((fact) => citedEntry(fact, naming)),
    auditor: await nameOf(scope),
    on: dayWords(access.now),
  };
}

function citedEntry(fact: LogFact, naming: Naming): CitedEntry {
  const { by, name } = naming.evidence(fact);
  return {
    entry: `第${fact.idx}条`,
    at: momentWords(fact.at),
    what: [wordsOf(FACT_WORDS, fact.type).zh, fact.label].filter(Boolean).join('：'),
    by: [by, name].filter(Boolean).join(' '),
    hash: fact.leafHash,
  };
}

async function nameOf({ reader }: AuditScope): Promise<string> {
  const { institution, person } = reader.visitor;
  return (await reader.ledger.directory.get(institution, [person])).get(person)?.name ?? '';
}
