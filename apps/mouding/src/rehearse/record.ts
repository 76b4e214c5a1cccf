import { LogPage, type LogEntry } from '@mouding/contract';
import { z } from 'zod';
import type { Session } from '../client/session.ts';

/** What an entry of the log says in clear, as far as a report needs it. */
const Clear = z.object({
  command: z.object({ verb: z.string() }),
  data: z.record(z.string(), z.unknown()),
});

/** One entry of the log, read by whoever checks it. */
export interface Recorded {
  readonly idx: number;
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly verb: string;
  readonly data: { readonly [key: string]: unknown };
}

/** Reads an institution's whole log in its order, as its auditor, from the audit service. */
export async function readRecord(auditor: Pick<Session, 'read'>): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  for (let after: string | null = '-1'; after !== null;) {
    const { items, page }: LogPage = await auditor.read(`/v1/entries?limit=500&after=${after}`, LogPage);
    recorded.push(...items.map(clear));
    after = page.next;
  }
  return recorded;
}

function clear({ idx, stream, type, at, entry }: LogEntry): Recorded {
  const { command, data } = Clear.parse(JSON.parse(entry));
  return { idx, stream, type, at, verb: command.verb, data };
}

/** The facts of one case, each with the stage that it belongs to; what belongs to none (org, people) is left out. */
export function factsByStage(
  record: readonly Recorded[],
  caseId: string,
): ReadonlyMap<string, readonly Recorded[]> {
  const stageOf = new Map<string, string>();
  const facts = new Map<string, Recorded[]>();
  for (const entry of record) {
    const { stream, data } = entry;
    if (data['case'] === caseId && typeof data['stage'] === 'string') stageOf.set(stream, data['stage']);
    const stage = stream === `case/${caseId}` ? data['stage'] : stageOf.get(homeOf(entry));
    if (typeof stage !== 'string') continue;
    facts.set(stage, [...(facts.get(stage) ?? []), entry]);
  }
  return facts;
}

/**
 * The stream whose stage a fact belongs to: mostly its own. A number is taken in the hospital's register for an issue,
 * and an opinion is settled by a meeting.
 */
function homeOf({ stream, type, data }: Recorded): string {
  if (type === 'NumberTaken') return `issue/${String(data['issue'])}`;
  return type === 'DispositionFixed' ? String(data['meeting']) : stream;
}
