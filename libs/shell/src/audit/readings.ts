import { FACT_WORDS, READ_WORDS, wordsOf, type DecisionReadings } from '@mouding/contract';
import type { AuditScope } from './access.ts';
import { caseLog, ofPeriod } from './case-log.ts';
import { decisions, secondsBetween, type Deciding } from './deciding.ts';
import { namingOf, type Naming } from './naming.ts';

/** What an answer about reading never means. */
export const NO_RECORD_NO_FINDING = {
  zh: '线上未见阅看记录，只说明系统中没有记录；可能阅看的是纸质件，不能据此认定未阅看。',
  en: 'That there is no online record says only that: it may have been read on paper, and nothing is found by it.',
};

/** 决定前的阅看: for each decision of a case, which version was opened before it, and for how long. @throws ProblemError not-found */
export async function decisionReadings(scope: AuditScope, id: string): Promise<DecisionReadings> {
  const log = await caseLog(scope, id);
  const shown = new Set(ofPeriod(scope, log.facts));
  const found = decisions(log.facts).filter(({ fact }) => shown.has(fact));
  const naming = await namingOf(
    scope.access,
    found.map(({ fact }) => fact.actor),
  );
  return {
    case: { id, title: log.title },
    caution: NO_RECORD_NO_FINDING,
    items: found.map((each) => readingView(each, naming)),
  };
}

const readingView = (
  { fact, text, read, reading }: Deciding,
  naming: Naming,
): DecisionReadings['items'][number] => ({
  idx: fact.idx,
  at: fact.at,
  stream: fact.stream,
  type: fact.type,
  words: wordsOf(FACT_WORDS, fact.type),
  label: fact.label,
  stage: fact.stage,
  actor: naming.actor(fact.actor),
  text,
  read,
  readWords: READ_WORDS[read],
  readAt: reading?.at ?? null,
  seconds: reading && read === 'online' ? secondsBetween(reading, fact) : null,
  evidence: reading?.idx ?? null,
});
