import { languageOf, type Words } from './words.ts';

/** Where a command speaks. The answer goes to stdout, all else to stderr. */
export interface Out {
  /** Whether the answer is to be one line of JSON and nothing else. */
  readonly json: boolean;
  readonly language: 'zh' | 'en';
  /** A line of the answer for a person; nothing with `--json`. */
  line(text: string | Words): void;
  /** What is going on; nothing with `--quiet` or `--json`. */
  progress(text: string | Words): void;
  /** Why it failed and what to do, always, in both languages. */
  trouble(words: Words): void;
  /** The answer for a program: one line of JSON on stdout with `--json`, otherwise nothing. */
  answer(value: object): void;
  /** The text set off from its surroundings, where the terminal shows it. */
  strong(text: string): string;
}

/** The global options of the command line. */
export interface OutOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Whether the answer goes to a terminal that shows colours, to somebody who wants them. */
export const isColoured = (): boolean =>
  process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';

/** Speaks on the standard streams of this process, in the language of its locale. */
export function standardOut(options: OutOptions): Out {
  const json = options.json === true;
  const silent = json || options.quiet === true;
  const language = languageOf(process.env);
  const coloured = isColoured();
  // A reader that has seen enough (`| head`) ends its own reading, not this program.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const say = (text: string | Words): string => (typeof text === 'string' ? text : text[language]);
  return {
    json,
    language,
    line: (text) => void (json || process.stdout.write(`${say(text)}\n`)),
    progress: (text) => void (silent || process.stderr.write(`${say(text)}\n`)),
    trouble: (words) => void process.stderr.write(`${words.zh}\n${words.en}\n`),
    answer: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    strong: (text) => (coloured ? `\u001b[1m${text}\u001b[22m` : text),
  };
}
