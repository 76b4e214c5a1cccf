import { parseStream } from '@mouding/core';
import { PLURALS } from '@mouding/contract';
import type { Company } from '../../play/company.ts';
import { addressOf, type Wish } from '../../play/http.ts';
import type { Asker } from '../policy/table.ts';

/** What is asked of no stream. */
export const FIXED = [
  '/',
  '/health/live',
  '/health/ready',
  '/v1/me',
  '/v1/me/contact',
  '/v1/me/drafts/chapter:any.return',
  '/v1/me/acts?limit=200',
  '/v1/me/acts?of=begun&limit=200',
  '/v1/me/messages?limit=200',
  '/v1/me/sessions',
  '/v1/me/delegations',
  '/v1/messages?limit=200',
  '/v1/obligations?limit=200',
  '/v1/cases',
  '/v1/procedures',
  '/v1/org',
  '/v1/org/unheld',
  '/v1/org/audit-letters',
  '/v1/org/log',
  '/v1/org/audit-readings?limit=200',
  '/v1/persons',
  '/v1/persons/sheet',
  '/v1/org/holidays/sheet',
  '/v1/institutions',
];

/** What is asked of a stream beside what it is; of the others that there are, where the question names them. */
const BELOW: { readonly [kind: string]: (streams: readonly string[]) => readonly string[] } = {
  case: () => [
    'history?limit=200',
    'owing',
    'submissions',
    'instructions',
    'progress',
    'opinions',
    'conformance',
    'precheck',
    'indicators',
    'indicators/comparison',
    'indicators.xlsx',
    'archive',
    'why?command=case.advance',
  ],
  chapter: () => ['trail', 'returns', 'use', 'import', 'why?command=chapter.sign-off'],
  consultation: () => ['anonymity'],
  contribution: () => ['use', 'import'],
  indicator: () => ['places'],
  person: () => ['contact'],
  manuscript: (streams) => [
    'clauses',
    'trail',
    'checkup',
    'draft.docx',
    'clean.docx',
    ...idsOf('chapter', streams).map((id) => `returns?chapters=${id}`),
  ],
  meeting: () => ['why?command=meeting.declare', 'dissent-receipt'],
  procedure: () => [
    'diff?from=1&to=1',
    'diff?from=1&to=2',
    'migration?to=1',
    'migration?to=2',
    ...['chapters', 'committee'].map((stage) => `joining?stage=${stage}`),
    'joining/sheet?stage=committee',
  ],
};

/** Papers of a stream, and those of them that come as plain words. */
const PRINTED: { readonly [kind: string]: readonly string[] } = {
  case: ['papers', 'papers/missing.csv', 'papers/dispositions.csv'],
  chapter: ['papers'],
  consultation: ['papers', 'papers/opinion-form.csv', 'papers/opinion-form/pages', 'papers/dispositions.csv'],
  contribution: ['papers'],
  duty: ['papers'],
  filing: ['papers'],
  issue: ['papers'],
  manuscript: ['papers', 'papers/comparison.csv'],
  meeting: ['papers'],
  record: ['papers'],
  sitting: ['papers'],
  tabling: ['papers'],
};

const idsOf = (kind: string, streams: readonly string[]): readonly string[] =>
  streams.filter((stream) => stream.startsWith(`${kind}/`)).map((stream) => stream.slice(kind.length + 1));

/** What a case may be asked to move to or back from, in each procedure by which one of them moved. */
export const movesOf = (moved: readonly string[], procedures: readonly string[]): readonly string[] =>
  procedures.flatMap((procedure) =>
    moved.flatMap((each) => {
      const id = each.slice('case/'.length);
      const path = addressOf(procedure);
      return [`${path}/migration?to=2&cases=${id}`, `${path}/roll-back?cases=${id}`];
    }),
  );

/** Every question below every stream. */
export const belowAll = (streams: readonly string[]): readonly string[] =>
  streams.flatMap((stream) => {
    const { kind } = parseStream(stream);
    const asked = [...(BELOW[kind]?.(streams) ?? []), ...(PRINTED[kind] ?? [])];
    return asked.map((below) => `${addressOf(stream)}/${below}`);
  });

/** What is asked of a text of nodes that a stream cites: its nodes, and what changed since itself, which is nothing, also as a Word file. */
export const ofTree = (address: string, root: string): readonly string[] => [
  `${address}/trees/${root}`,
  `${address}/trees/${root}/changes?since=${root}`,
  `${address}/redline.docx?since=${root}&text=${root}`,
];

/** Those for whom is asked: administrators are answered, heads are not. */
const ASKED_FOR = ['office', 'leader'] as const;

/** Whether an act could be done, asked for oneself and for others. */
export function whyOf(act: Wish, players: Company['players'], asker: Asker): readonly Wish[] {
  const [, address = '', plural = '', name = ''] =
    /^(\/v1\/([a-z]+)\/[0-9a-f-]{36})\/commands\/([a-z-]+)$/.exec(act.path) ?? [];
  const kind = Object.keys(PLURALS).find((each) => PLURALS[each] === plural);
  if (kind === undefined) return [];
  const body = encodeURIComponent(JSON.stringify(act.body ?? {}));
  const path = `${address}/why?command=${kind}.${name}&body=${body}`;
  const others = ['admin', 'general'].includes(asker) ? ASKED_FOR : [];
  return [path, ...others.map((who) => `${path}&person=${players[who].person}`)].map((asked) => ({
    method: 'GET',
    path: asked,
  }));
}
