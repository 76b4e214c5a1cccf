import type { AuditAnswer, AuditQuestion, AuditQuestions, AuditRow, QuestionQuery } from '@mouding/contract';
import { ProblemError } from '../../problem/problem-error.ts';
import type { AuditScope } from '../access.ts';
import { caseLog, ofPeriod, type LogFact } from '../case-log.ts';
import { namingOf, type Naming } from '../naming.ts';
import { asOfIn } from '../state.ts';
import * as conduct from './conduct.ts';
import type { Answer, Found, Question } from './question.ts';
import { hasty, ownApproval, unread } from './reading.ts';
import { votedAbsent } from './voting.ts';

const QUESTIONS: readonly Question[] = [
  unread,
  hasty,
  ownApproval,
  votedAbsent,
  conduct.oneDevice,
  conduct.overdue,
  conduct.recordedShare,
  conduct.exemptions,
  conduct.corrections,
  conduct.notices,
  conduct.refusals,
  conduct.delegated,
];

const headOf = ({ id, title, said, basis, caution }: Question): AuditQuestion => ({
  id,
  title,
  said,
  basis,
  caution,
});

/** 预设问题. */
export const auditQuestions = (): AuditQuestions => ({ items: QUESTIONS.map(headOf) });

/** Puts a canned question to a case. @throws ProblemError not-found */
export async function auditAnswer(
  scope: AuditScope,
  id: string,
  { case: caseId, seconds }: QuestionQuery,
): Promise<AuditAnswer> {
  const question = QUESTIONS.find((each) => each.id === id);
  if (!question) throw new ProblemError('not-found');
  const log = await caseLog(scope, caseId);
  const shown = new Set(ofPeriod(scope, log.facts));
  const answer = question.ask({
    facts: log.facts,
    shows: (fact) => shown.has(fact),
    org: scope.access.org,
    seconds,
  });
  return {
    question: headOf(question),
    case: { id: caseId, title: log.title },
    asOf: asOfIn(log.facts),
    known: answer.known !== false,
    sum: answer.sum,
    rows: await rowsOf(scope, answer),
  };
}

async function rowsOf({ access }: AuditScope, { rows }: Answer): Promise<AuditRow[]> {
  const actors = rows.flatMap(({ evidence }) => evidence.map(({ actor }) => actor));
  const naming = await namingOf(access, actors);
  return rows.map((found, i) => rowView(found, naming, i));
}

const rowView = ({ about, evidence, said, facts }: Found, naming: Naming, i: number): AuditRow => ({
  key: `${about.idx}-${i}`,
  said,
  stage: about.stage,
  label: about.label,
  facts,
  evidence: evidence.map((fact: LogFact) => naming.evidence(fact)),
});
