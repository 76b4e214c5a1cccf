import type { Overload } from './overload.ts';
import { KINDS, type Times } from './rush.ts';

/** Requests a second that came, and accepted ones among them. */
export const ratesOf = ({
  fates,
  ms,
  whole,
}: Overload): { readonly sent: number; readonly goodput: number } => {
  const sum = (of: 'sent' | 'accepted'): number =>
    KINDS.reduce((all, kind) => all + fates[kind][of], 0) * 1_000;
  return { sent: sum('sent') / ms, goodput: sum('accepted') / whole };
};

/** Rows of two tables: what became of everything, and of each class. */
export function overloadRows(overload: Overload): readonly (readonly (readonly string[])[])[] {
  const { saturation, calm, wanted, cores, calmCores, accepted, refused, others } = overload;
  const { sent, goodput } = ratesOf(overload);
  const strange = Object.entries(others).map(([what, count]) => `${what}: ${count}`);
  const short = sent < wanted * 0.98 ? ` (10.0 × was wanted: this machine sends no more)` : '';
  return [
    [
      [`Overload for ${Math.round(overload.ms / 1_000)} s`, '/s', '', 'p50 ms', 'p99 ms', 'most ms'],
      ['saturation, 16 clients', saturation.toFixed(0), '', '', calm.toFixed(1), ''],
      ['came', sent.toFixed(0), `${(sent / saturation).toFixed(1)} ×${short}`, '', '', ''],
      ['accepted', goodput.toFixed(0), `${(goodput / saturation).toFixed(2)} ×`, ...timesOf(accepted)],
      ['refused with Retry-After', (sent - goodput).toFixed(0), `${refused.late} slow`, ...timesOf(refused)],
      ['anything else', '', strange.join(', ') || 'none', '', '', ''],
      coresRow('cores before: api, database, caller', calmCores),
      coresRow('cores in the rush', cores),
    ],
    [['class', 'came', 'not sent', 'accepted', 'refused', 'share accepted'], ...classRows(overload)],
  ];
}

const coresRow = (what: string, { api, database, caller }: Overload['cores']): readonly string[] => [
  what,
  '',
  [api, database, caller].map((each) => each.toFixed(2)).join(' '),
  '',
  '',
  '',
];

/** Processor time of api and database for each command before the rush, against that for each one accepted in it. */
export const goodputByProcessor = (overload: Overload): number => {
  const { cores, calmCores, saturation } = overload;
  const before = (calmCores.api + calmCores.database) / saturation;
  return before / ((cores.api + cores.database) / ratesOf(overload).goodput);
};

const classRows = ({ fates }: Overload): readonly (readonly string[])[] =>
  KINDS.map((kind) => {
    const { sent, unsent, accepted, refused } = fates[kind];
    const share = `${((accepted * 100) / Math.max(1, sent)).toFixed(1)} %`;
    return [kind, ...[sent, unsent, accepted, refused].map(String), share];
  });

const timesOf = ({ p50, p99, most }: Times): readonly string[] =>
  [p50, p99, most].map((each) => each.toFixed(1));
