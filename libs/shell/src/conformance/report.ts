import {
  ANOMALY_WORDS,
  CAPACITY_WORDS,
  CONFORMANCE_WORDS,
  FACT_WORDS,
  HOW_WORDS,
  KEPT_WORDS,
  MEDIUM_WORDS,
  RECONSIDERED_WORDS,
  REPAIR_WORDS,
  ruleWords,
  STANDING_WORDS,
  STATUS_WORDS,
  TWO_KEYS_WORDS,
  VERB_WORDS,
  wordsOf,
  type ConformanceReportView,
  type EvidenceView,
} from '@mouding/contract';
import {
  ANOMALIES,
  conformance,
  stageOf,
  type Anomaly,
  type ConformanceReport,
  type Evidence,
  type OrgState,
} from '@mouding/core';
import { outcomeWords } from '../queries/outcome-words.ts';
import type { CaseRecord } from './case-record.ts';

/** Whose report it is, and whether refusals are shown in it: that somebody tried something is for auditors. */
export interface Heading {
  readonly id: string;
  readonly institution: string;
  readonly rehearsal: boolean;
  readonly org: OrgState;
  readonly refusals: boolean;
  readonly hidden: Hidden;
}

/** What of a case its reader is not told: in everything else the report is the same for everybody. */
export interface Hidden {
  /** Streams that the reader may not see: what they show is cited by its place in the log alone. */
  readonly streams: ReadonlySet<string>;
  /** Stages from whose meeting the reader is recused: how the votes fell is not shown. */
  readonly stages: ReadonlySet<string>;
  /** Hashes of texts that are withheld from the reader. */
  readonly texts: ReadonlySet<string>;
}

interface Making extends Heading {
  readonly record: CaseRecord;
  readonly report: ConformanceReport;
}

/** 程序符合性报告 in the words of the screen. */
export function reportView(record: CaseRecord, heading: Heading): ConformanceReportView {
  const making: Making = {
    ...heading,
    record,
    report: conformance(record.procedure, record.state, record.facts),
  };
  const { report } = making;
  const last = record.facts.at(-1);
  const { title, procedure } = record.state.context;
  return {
    institution: heading.institution,
    case: { id: heading.id, title },
    procedure: {
      id: procedure.id,
      version: procedure.version,
      hash: procedure.hash,
      title: record.procedure.definition.title,
    },
    rehearsal: heading.rehearsal,
    asOf: { index: last?.index ?? -1, at: last?.at ?? null, leafHash: last?.leafHash ?? null },
    counts: countsOf(report),
    twoKeys: report.twoKeys.map((each) => twoKeysView(making, each)),
    anomalies: ANOMALIES.map((name) => ({
      class: name,
      words: wordsOf(ANOMALY_WORDS, name),
      found: report.anomalies.filter((each) => each.class === name).map((each) => anomalyView(making, each)),
    })),
    stages: report.stages.map((line) => stageView(making, line)),
    ...asides(making),
  };
}

const coded = (table: typeof KEPT_WORDS, code: string) => ({ code, words: wordsOf(table, code) });

const countsOf = ({ stages }: ConformanceReport): { readonly [status: string]: number } =>
  Object.fromEntries(
    [...Map.groupBy(stages, ({ status }) => status)].map(([status, all]) => [status, all.length]),
  );

function evidenceView(
  { org, hidden }: Making,
  { post, as, type, how, stream: at, ...rest }: Evidence,
): EvidenceView {
  const stream = hidden.streams.has(at) ? null : at;
  const title = org.context.posts.find(({ id }) => id === post)?.title;
  const by = title ?? wordsOf(CAPACITY_WORDS, as).zh;
  const words = wordsOf(FACT_WORDS, type);
  return { ...rest, stream, type, how, words, howWords: wordsOf(HOW_WORDS, how), by };
}

function stageView(
  making: Making,
  line: ConformanceReport['stages'][number],
): ConformanceReportView['stages'][number] {
  const { procedure } = making.record;
  const stage = stageOf(procedure.definition, line.stage);
  const view = (evidence: Evidence | null): EvidenceView | null => evidence && evidenceView(making, evidence);
  return {
    stage: line.stage,
    title: line.title,
    kind: line.kind,
    body: line.body,
    basis: line.basis,
    status: coded(CONFORMANCE_WORDS, line.status),
    rounds: line.rounds.map(({ round, entered, closed, outcome, text, sum }) => ({
      round,
      entered: view(entered),
      closed: view(closed),
      outcome: outcome === null ? null : { code: outcome, words: outcomeWords(stage, outcome, procedure) },
      text: text && !making.hidden.texts.has(text.hash) ? text : null,
      sum: sum && !making.hidden.stages.has(line.stage) ? { ...sum, numbers: { ...sum.numbers } } : null,
    })),
    reconsidered: line.reconsidered.map(({ effect, sum, evidence }) => ({
      effect: coded(RECONSIDERED_WORDS, effect),
      sum: sum && { ...sum, numbers: { ...sum.numbers } },
      evidence: evidenceView(making, evidence),
    })),
    rules: line.checks.map(({ rule, basis, kept }) => ({
      rule,
      words: ruleWords(rule),
      basis,
      kept: coded(KEPT_WORDS, kept),
    })),
  };
}

const anomalyView = (making: Making, { stage, rule, said, evidence, rectified }: Anomaly) => ({
  stage,
  rule,
  said,
  evidence: evidence.map((each) => evidenceView(making, each)),
  rectified: rectified && {
    how: rectified.how,
    words: wordsOf(KEPT_WORDS, rectified.how),
    by: evidenceView(making, rectified.by),
  },
});

function twoKeysView(
  making: Making,
  keys: ConformanceReport['twoKeys'][number],
): ConformanceReportView['twoKeys'][number] {
  const { kind, about, stage, standing, first, second } = keys;
  return {
    kind: coded(TWO_KEYS_WORDS, kind),
    about: aboutWords(making, kind, about),
    stage,
    standing: coded(STANDING_WORDS, standing),
    first: evidenceView(making, first),
    second: second && evidenceView(making, second),
  };
}

/** What two persons did it to, in words. */
function aboutWords({ record }: Making, kind: string, about: string): string {
  if (kind === 'repair') return wordsOf(REPAIR_WORDS, about).zh;
  if (kind !== 'gate') return about;
  return record.procedure.definition.steps.find(({ id }) => id === about)?.title ?? about;
}

function asides(making: Making): Pick<ConformanceReportView, 'notices' | 'records' | 'refusals'> {
  const { report } = making;
  return {
    notices: report.notices.map(({ stage, notice: { rule, said, facts }, evidence }) => ({
      stage,
      rule,
      words: ruleWords(rule),
      said,
      facts: Object.fromEntries(
        Object.entries(facts).filter(
          ([, fact]) => typeof fact !== 'string' || !making.hidden.streams.has(fact),
        ),
      ),
      evidence: evidenceView(making, evidence),
    })),
    records: report.records.map(({ title, stage, verb, medium, proven, standing, evidence }) => ({
      title,
      stage,
      verb: wordsOf(VERB_WORDS, verb),
      medium: wordsOf(MEDIUM_WORDS, medium),
      proven,
      standing:
        standing === 'mended' || standing === 'exempted'
          ? coded(KEPT_WORDS, standing)
          : coded(STATUS_WORDS, standing),
      evidence: evidenceView(making, evidence),
    })),
    refusals: making.refusals
      ? report.refusals.map(({ rule, verb, because, evidence }) => ({
          rule,
          words: ruleWords(rule),
          verb: wordsOf(VERB_WORDS, verb),
          because,
          evidence: evidenceView(making, evidence),
        }))
      : null,
  };
}
