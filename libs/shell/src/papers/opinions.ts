import { DISPOSITION_WORDS, wordsOf } from '@mouding/contract';
import type { StateOf } from '@mouding/core';
import type { DispositionRow } from '@mouding/documents';
import { asked, seen, type Reader } from '../queries/reader.ts';
import { resource } from '../queries/resource.ts';
import { draftsOf, type Draft } from './drafts.ts';
import type { House } from './house.ts';
import { said, type Words } from './view.ts';

const FROM: { readonly [from: string]: string } = { staff: '职工群众', unsigned: '不署名' };
const UNSETTLED = '待研究';

/** Rows of 意见采纳情况汇总表: those opinions of the consultation that the reader may see, in the order of their numbers. */
export async function dispositionRows(
  reader: Reader,
  house: House,
  consultation: string,
): Promise<readonly DispositionRow[]> {
  const context = await asked(reader, (known) => known.state('consultation', consultation)?.context);
  if (!context) return [];
  const left = new Set<string>(context.withdrawn);
  const streams = context.opinions.filter((stream) => !left.has(stream)).map((stream) => ({ stream }));
  const shown = await seen(reader, streams);
  const into = answeredIn(await draftsOf(reader, context.case));
  const rows = await Promise.all(
    shown.map(({ stream }) => rowOf(reader, house, stream, into.get(stream) ?? null)),
  );
  return rows.toSorted((a, b) => a.no - b.no);
}

async function rowOf(
  reader: Reader,
  house: House,
  stream: string,
  into: string | null,
): Promise<DispositionRow> {
  const id = stream.slice('opinion/'.length);
  const { wording } = await resource(reader, 'opinion', id);
  const state = await asked(reader, (known) => known.state('opinion', id));
  const given = wordsIn(wording, 'OpinionGiven');
  return {
    no: state?.context.no ?? 0,
    place: said(given, 'about') ?? '',
    from: state ? giverOf(house, state) : '',
    opinion: said(given, 'wording'),
    disposition: state ? dispositionOf(state) : UNSETTLED,
    reason: said(wordsIn(wording, 'DispositionProposed'), 'reason'),
    into,
  };
}

type Opinion = StateOf<'opinion'>;

const giverOf = (house: House, { context: { department, from } }: Opinion): string =>
  house.department(department) ?? FROM[from ?? ''] ?? '';

/** What is proposed and not fixed yet is said to be so. */
function dispositionOf({ value, context: { disposition } }: Opinion): string {
  if (disposition === null) return UNSETTLED;
  const words = wordsOf(DISPOSITION_WORDS, disposition).zh;
  return value === 'given' || value === 'proposed' ? `${words}（拟）` : words;
}

const wordsIn = (
  wording: readonly { readonly type: string; readonly said: Words | null }[],
  type: string,
): Words | undefined => wording.findLast((one) => one.type === type)?.said ?? undefined;

/** In which draft an opinion was answered: the last one with a change that cites it. */
function answeredIn(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  return new Map(
    drafts.flatMap(({ label, entry }) =>
      citedIn(entry.data).map((stream): readonly [string, string] => [stream, label]),
    ),
  );
}

interface Changing {
  readonly changes?: readonly { readonly cites?: string | null }[];
}

export const citedIn = (data: unknown): readonly string[] =>
  ((data as Changing).changes ?? []).flatMap(({ cites }) => (typeof cites === 'string' ? [cites] : []));
