import type { PrecheckStop, PrecheckView } from '@mouding/contract';
import { firstDifference, precheck, withheld, type OrgState, type Said, type Stop } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { readsManuscripts } from './cited-files.ts';
import { plainText } from './cited-texts.ts';
import { holderWords } from './holder-words.ts';
import { asked, seen, sees, type Reader } from './reader.ts';

const STANDING: { readonly [standing in PrecheckView['standing']]: Said } = {
  issued: { zh: '已印发', en: 'issued' },
  ready: { zh: '今日可以印发', en: 'It could be issued today' },
  stopped: { zh: '今日不能印发', en: 'It could not be issued today' },
};

const DOORS: {
  readonly [door in Stop['doors'][number]]: { readonly words: Said; readonly command: string };
} = {
  restore: { words: { zh: '恢复审议稿', en: 'restore the decided text' }, command: 'issue.restore' },
  editorial: { words: { zh: '编辑性修改', en: 'an editorial change' }, command: 'issue.edit' },
  exempt: { words: { zh: '经批准例外', en: 'an exemption on paper' }, command: 'case.exempt' },
};

/** 印发预检: in words, what would stop 印发 today, who can settle it, how long it takes. @throws ProblemError not-found */
export async function casePrecheck(reader: Reader, id: string): Promise<PrecheckView> {
  const { ledger, visitor } = reader;
  if (!readsManuscripts(reader) || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const found = await asked(reader, (known) => precheck(known, id));
  const title = await asked(reader, (known) => known.state('case', id)?.context.title ?? '');
  const org = await asked(reader, (known) => known.org);
  if (!found?.stage) throw new ProblemError('not-found');
  const { standing, text, due, stops } = found;
  const kept = await asked(reader, (known) => withheld(known, id, visitor.person));
  return {
    case: { id, title },
    now: await ledger.lawNow(visitor.institution),
    standing,
    words: STANDING[standing],
    text: text && !kept.has(text.hash) ? text : null,
    due,
    takes: sumsOf(stops),
    stops: await Promise.all(stops.map((stop) => stopView(reader, { org, kept }, stop))),
  };
}

interface Around {
  readonly org: OrgState;
  /** Hashes of texts that are withheld from the reader. */
  readonly kept: ReadonlySet<string>;
}

async function stopView(reader: Reader, { org, kept }: Around, stop: Stop): Promise<PrecheckStop> {
  const { texts, by, doors, facts, about, ...rest } = stop;
  const { ledger, visitor } = reader;
  const both = texts ? [texts.decided, texts.current] : [];
  const [decided, current] = both.some(({ hash }) => kept.has(hash))
    ? []
    : await Promise.all(both.map((ref) => plainText(ledger, visitor.institution, ref)));
  const shown = about !== null && (await seen(reader, [{ stream: about }])).length > 0;
  return {
    ...rest,
    about: shown ? about : null,
    facts: { ...facts },
    by: by.map((holder) => holderWords(org, holder)),
    difference: decided === undefined || current === undefined ? null : firstDifference(decided, current),
    doors: doors.map((door) => ({ door, ...DOORS[door] })),
  };
}

/** One after the other; working and natural days are never added up. */
function sumsOf(stops: readonly Stop[]): PrecheckView['takes'] {
  const takes = stops.flatMap((stop) => (stop.effect === 'block' && stop.takes ? [stop.takes] : []));
  return [...Map.groupBy(takes, ({ unit }) => unit)].map(([unit, all]) => ({
    unit,
    n: all.reduce((sum, { n }) => sum + n, 0),
  }));
}
