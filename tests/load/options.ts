import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Options {
  readonly json: boolean;
  /** Of how many interleaved rounds the median is taken. */
  readonly rounds: number;
  /** Length of one load in milliseconds. */
  readonly ms: number;
  /** Numbers of clients. */
  readonly clients: readonly number[];
  /** Facts in the institutions among which the cost per command is compared. */
  readonly sizes: readonly number[];
  /** Entries of the log that is verified and folded, at least. */
  readonly corpus: number;
  /** Length of the overload. */
  readonly seconds: number;
  /** Letters of the subjects to run; empty for all. */
  readonly only: readonly string[];
  /** Names of the parts to run; empty for all but the overload. */
  readonly parts: readonly string[];
}

const PARTS = [
  'stores',
  'order',
  'http',
  'log',
  'verify',
  'refold',
  'archive',
  'growth',
  'audit',
  'diff',
  'checkup',
  'import',
  'pdf',
  'word',
  'page',
  'overload',
];

export const USAGE = `npm run bench [-- --quick] [--json] [--million] [--rounds N] [--ms N] [--seconds N] [--only a,e] [--parts ${PARTS.join(',')}]
  --quick    three short rounds and small logs, under 90 seconds
  --million  the cost per command also at 10^6 facts (some minutes more)
  --only     only these stores, by letter
  --parts    only these parts; the overload runs when it is named
  --seconds  length of the overload, a minute by default`;

/** @throws TypeError for what is no option */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      million: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      ms: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string', default: '' },
      parts: { type: 'string', default: '' },
    },
  });
  const { quick, million, json } = values;
  const list = (text: string): readonly string[] => text.split(',').filter((each) => each !== '');
  return {
    json,
    ...lengthsOf(values),
    clients: [1, 16, 64],
    sizes: [1_000, 10_000, ...(quick ? [] : [100_000]), ...(million ? [1_000_000] : [])],
    corpus: quick ? 10_000 : 60_000,
    only: list(values.only),
    parts: list(values.parts),
  };
}

interface Lengths {
  readonly quick: boolean;
  readonly rounds?: string | undefined;
  readonly ms?: string | undefined;
  readonly seconds?: string | undefined;
}

const lengthsOf = ({ quick, rounds, ms, seconds }: Lengths): Pick<Options, 'rounds' | 'ms' | 'seconds'> => ({
  rounds: Number(rounds ?? (quick ? 3 : 5)),
  ms: Number(ms ?? (quick ? 300 : 1000)),
  seconds: Number(seconds ?? (quick ? 10 : 60)),
});
