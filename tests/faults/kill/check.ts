import { CommandAnswer } from '@mouding/contract';
import { faultLine, rebuildProjections, verifyInstitution } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { inParallel } from 'mouding/in-parallel';
import { until } from 'mouding/until';
import type { Company } from '../../play/company.ts';
import { send } from '../../play/http.ts';
import { entriesOf, query, type LoggedEntry } from '../../play/log.ts';
import { waiting } from '../../play/resting.ts';
import type { System } from './system.ts';
import type { Memory, Told } from './told.ts';

/** The logs of the institutions, with what the keys of their people were answered. */
export interface Record {
  readonly entries: readonly (LoggedEntry & { readonly house: string })[];
  readonly answers: ReadonlyMap<string, string>;
}

const nameOf = (person: string | null, key: string | null): string => `${person} ${key}`;

export async function recordOf({ ownerUrl }: System, { houses }: Company): Promise<Record> {
  const entries = [];
  const answers = new Map<string, string>();
  for (const house of Object.values(houses) as string[]) {
    entries.push(...(await entriesOf(ownerUrl, house)).map((entry) => ({ ...entry, house })));
    const text = 'select person, key, answer from ledger.command where institution = $1';
    for (const { person, key, answer } of await query<Answer>(ownerUrl, text, [house]))
      answers.set(nameOf(person, key), answer);
  }
  return { entries, answers };
}

interface Answer {
  readonly person: string;
  readonly key: string;
  readonly answer: string;
}

/**
 * I1: every acknowledged command stands in the log exactly as it was acknowledged, a refusal as one refusal; what
 * nobody knows of stands there once or not at all; and nothing stands there that nobody asked.
 */
export function lostOrDoubled(
  company: Company,
  { told }: Memory,
  { entries, answers }: Record,
  before: Record,
): readonly string[] {
  const byKey = Map.groupBy(entries, ({ by, key }) => nameOf(by, key));
  const faults = told.flatMap(({ act, key, heard }) => {
    const name = nameOf(company.players[act.who].person, key);
    const logged = (byKey.get(name) ?? []).map(({ leafHash, type }) => `${type} ${leafHash}`);
    if (agrees(heard?.text ?? answers.get(name), logged)) return [];
    const found = logged.length === 0 ? 'nothing' : logged.join(', ');
    return [`${act.verb} ${name} (${heard?.status ?? 'unknown'}): ${found} in the log`];
  });
  const asked = new Set(told.map(({ act, key }) => nameOf(company.players[act.who].person, key)));
  for (const { by, key } of before.entries) asked.add(nameOf(by, key));
  const unasked = entries.filter(({ by, key }) => by !== null && !asked.has(nameOf(by, key)));
  return [...faults, ...unasked.map(({ stream, type }) => `${type} in ${stream}, which nobody asked for`)];
}

/** @param answer what was answered to the key; undefined when nothing was: then nothing may be in the log */
function agrees(answer: string | undefined, logged: readonly string[]): boolean {
  if (answer === undefined) return logged.length === 0;
  const carriedOut = CommandAnswer.safeParse(JSON.parse(answer));
  if (!carriedOut.success) return logged.length === 1 && logged[0]?.startsWith('ActRefused ') === true;
  const hashes = logged.map((line) => line.split(' ')[1] ?? '').toSorted();
  return (
    hashes.join() ===
    carriedOut.data.receipts
      .map(({ leafHash }) => leafHash)
      .toSorted()
      .join()
  );
}

const ABREAST = 8;

/** I1: an acknowledged key answers the same bytes again. */
export async function differentlyReplayed({ api }: Company, { told }: Memory): Promise<readonly string[]> {
  const acknowledged = told.filter(
    (one): one is Told & { heard: NonNullable<Told['heard']> } => one.heard !== null,
  );
  const lines = await inParallel(acknowledged, ABREAST, async ({ act, wish, heard }) => {
    const { status, text } = await send(api, wish);
    return status === heard.status && text === heard.text
      ? ''
      : `${act.verb}: ${heard.status} ${heard.text} became ${status} ${text}`;
  });
  return lines.filter((line) => line !== '');
}

/** Texts that were taken and are not there. */
export async function lostTexts(
  { ownerUrl }: System,
  { houses, players }: Company,
  { kept }: Memory,
): Promise<readonly string[]> {
  const there = new Map<string, Set<string>>();
  for (const house of Object.values(houses) as string[]) {
    const rows = await query<{ hash: string }>(
      ownerUrl,
      `select encode(hash, 'hex') as hash from ledger.blob where institution = $1`,
      [house],
    );
    there.set(house, new Set(rows.map(({ hash }) => hash)));
  }
  return kept
    .filter(({ who, hash }) => !there.get(houses[players[who].house])?.has(hash))
    .map(({ content }) => content);
}

/** I2, I3: versions dense, chains whole, leaf indexes dense. I4: the read models are what folding the log gives. */
export async function verdict(
  { ownerUrl, auditUrl }: System,
  { houses }: Company,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const institution of Object.values(houses) as string[]) {
    const { faults, unsequenced } = await verifyInstitution({ url: auditUrl, institution }, folding);
    const { differences, stuck } = await rebuildProjections({ url: ownerUrl, institution }, folding);
    lines.push(...[...faults, ...differences, ...stuck].map(faultLine));
    if (unsequenced > 0) lines.push(`${institution}: ${unsequenced} entries without a place`);
  }
  return lines;
}

/** Filings that did not become exactly one dossier, and answers that did not come back exactly once. */
export function astray({ entries }: Record): readonly string[] {
  const of = (type: string) => entries.filter((entry) => entry.type === type);
  const received = Map.groupBy(
    of('DossierReceived'),
    ({ data }) => (data['from'] as { readonly filing: string }).filing,
  );
  const answered = Map.groupBy(of('AnswerReceived'), ({ data }) => String(data['dossier']));
  const wrong = (what: string, stream: string, times = 0): readonly string[] =>
    times === 1 ? [] : [`${stream}: ${what} ${times} times`];
  return [
    ...of('FilingSent').flatMap(({ stream }) =>
      wrong('received', stream, received.get(stream.slice('filing/'.length))?.length),
    ),
    ...of('DossierAnswered').flatMap(({ stream }) =>
      wrong('taken', stream, answered.get(stream.slice('dossier/'.length))?.length),
    ),
  ];
}

/** Deadlines that fired twice, or not although they had come and nobody had handed in. */
export function wronglyDue({ entries }: Record, now: string): readonly string[] {
  const streams = Map.groupBy(
    entries.filter(({ stream }) => stream.startsWith('contribution/')),
    ({ stream }) => stream,
  );
  return [...streams].flatMap(([stream, facts]) => {
    const fired = facts.filter(({ type }) => type === 'ContributionFellDue').length;
    const due = (facts[0]?.data as { readonly due?: string | null } | undefined)?.due ?? '9999';
    const isOpen = !facts.some(({ type }) => type === 'ContributionSubmitted');
    const least = isOpen && due <= now ? 1 : 0;
    return fired < least || fired > 1 ? [`${stream}: fell due ${fired} times`] : [];
  });
}

/** I5: waits until machines have nothing left to do. @returns what they have not done by then: empty when nothing is stuck */
export async function drained(system: System, company: Company): Promise<readonly string[]> {
  let left: readonly string[] = [];
  const look = async () => ((left = await waiting(system.ownerUrl, company)).length === 0 ? left : undefined);
  return until('the machines to come to rest', look).catch(() => left);
}
