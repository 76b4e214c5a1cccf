import type { ConformanceQuery, ConformanceReportView } from '@mouding/contract';
import { withheld } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import { caseRecord } from '../conformance/case-record.ts';
import { reportView, type Hidden } from '../conformance/report.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { StateCache } from '../reading/state-cache.ts';
import { readsManuscripts } from './cited-files.ts';
import { readerFor, asked, seen, sees, type Reader } from './reader.ts';

/** 程序符合性报告, for the office, leaders and auditors. @throws ProblemError not-found */
export async function caseConformance(
  reader: Reader,
  id: string,
  { at }: ConformanceQuery,
): Promise<ConformanceReportView> {
  const { ledger, visitor } = reader;
  if (!readsManuscripts(reader) || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const refusals = await sees(reader, 'refusal', id);
  const hidden = await hiddenFrom(reader, id);
  return reportOf({ reader, ledger, institution: visitor.institution, id, at, refusals, hidden });
}

const NOTHING: Hidden = { streams: new Set(), stages: new Set(), texts: new Set() };

/** Every leader reads the report; what a meeting in which they have no seat, or from which they are recused, says stays there. */
async function hiddenFrom(reader: Reader, id: string): Promise<Hidden> {
  const { ledger, visitor } = reader;
  const items = await ledger.itemsOfCase(visitor.institution, id);
  const shown = new Set((await seen(reader, items)).map(({ stream }) => stream));
  const unseen = items.filter(({ stream }) => !shown.has(stream));
  const recused = await asked(reader, (known) =>
    unseen.filter(
      (item) =>
        item.kind === 'meeting' &&
        known.state('meeting', item.id)?.context.recusals.some(({ person }) => person === visitor.person),
    ),
  );
  return {
    streams: new Set(unseen.map(({ stream }) => stream)),
    stages: new Set(recused.flatMap(({ stage }) => stage ?? [])),
    texts: await asked(reader, (known) => withheld(known, id, visitor.person)),
  };
}

interface Wanted {
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly institution: string;
  readonly id: string;
  readonly at: ConformanceQuery['at'];
  readonly refusals: boolean;
  readonly hidden: Hidden;
}

async function reportOf({
  reader,
  ledger,
  institution,
  id,
  at,
  refusals,
  hidden,
}: Wanted): Promise<ConformanceReportView> {
  const record = await caseRecord({ ledger, institution, id, at });
  if (!record) throw new ProblemError('not-found');
  const org = await asked(reader, (known) => known.org);
  const found = (await ledger.institutions()).find((one) => one.id === institution);
  return reportView(record, {
    id,
    institution: found?.name ?? '',
    rehearsal: org.context.mode === 'rehearsal',
    org,
    refusals,
    hidden,
  });
}

/**
 * The same for whoever holds the log itself: the auditor's service and the command line.
 *
 * @throws ProblemError not-found
 */
export async function conformanceFromLog(
  ledger: Ledger,
  institution: string,
  id: string,
  at?: ConformanceQuery['at'],
): Promise<ConformanceReportView> {
  const nobody = { institution, person: '' };
  const reader = await readerFor({ ledger, cache: new StateCache() }, nobody);
  return reportOf({ reader, ledger, institution, id, at, refusals: true, hidden: NOTHING });
}
