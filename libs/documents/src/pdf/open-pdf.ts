import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../paper/paper.ts';
import type { Fonts } from './fonts.ts';
import type { PdfAnswer, PdfRequest } from './pdf-child.ts';

/** Why a paper was not set: `paper`: the compiler refused it; `time`: it took too long; `process`: the process ended. */
export interface PdfFailure {
  readonly kind: 'pdf-failure';
  readonly cause: 'paper' | 'time' | 'process';
  readonly detail: string;
}

/** Sets papers in a process of its own, one after the other; after a failure the next paper gets a new process. */
export interface PdfPress {
  readonly write: (paper: Paper) => Promise<Uint8Array | PdfFailure>;
  /** One drawing (SVG) a page, for previews. */
  readonly pages: (paper: Paper) => Promise<readonly string[] | PdfFailure>;
  /** Ends the process; what still waits is answered with a failure. */
  readonly close: () => Promise<void>;
}

/** The child file has the extension that this one has: .ts from source, .js when built. */
const CHILD = fileURLToPath(
  new URL(`./pdf-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
);
const PATIENCE = 20_000;

type Settle = (answer: PdfAnswer | PdfFailure) => void;

interface Press {
  child: ChildProcess | null;
  /** The paper in hand; one at a time, so that the time of each is its own. */
  settle: Settle | null;
  closed: boolean;
  next: number;
}

/** @param patience milliseconds that one paper may take */
export function openPdf({
  fonts,
  patience = PATIENCE,
}: {
  readonly fonts: Fonts;
  readonly patience?: number;
}): PdfPress {
  const press: Press = { child: null, settle: null, closed: false, next: 1 };
  let queue: Promise<unknown> = Promise.resolve();
  const ask = (kind: 'pdf' | 'pages', paper: Paper): Promise<PdfAnswer | PdfFailure> => {
    const answer = queue.then(() => askChild(press, fonts, { ask: kind, id: press.next++, paper }, patience));
    queue = answer;
    return answer;
  };
  return {
    write: async (paper) => {
      const answer = await ask('pdf', paper);
      return 'pdf' in answer ? answer.pdf : failureOf(answer);
    },
    pages: async (paper) => {
      const answer = await ask('pages', paper);
      return 'pages' in answer ? answer.pages : failureOf(answer);
    },
    close: async () => {
      press.closed = true;
      await ended(press.child);
    },
  };
}

function failureOf(answer: PdfAnswer | PdfFailure): PdfFailure {
  if ('kind' in answer) return answer;
  return failure('paper', 'trouble' in answer ? answer.trouble : 'another answer than was asked for');
}

const failure = (cause: PdfFailure['cause'], detail: string): PdfFailure => ({
  kind: 'pdf-failure',
  cause,
  detail,
});

function askChild(
  press: Press,
  fonts: Fonts,
  request: Extract<PdfRequest, { id: number }>,
  patience: number,
): Promise<PdfAnswer | PdfFailure> {
  if (press.closed) return Promise.resolve(failure('process', 'closed'));
  const child = press.child ?? started(press, fonts);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      press.settle?.(failure('time', `longer than ${String(patience)} ms`));
      void ended(child);
    }, patience);
    press.settle = (answer) => {
      clearTimeout(timer);
      press.settle = null;
      if ('kind' in answer && press.child === child) press.child = null;
      resolve(answer);
    };
    child.send(request, (error) => {
      if (error !== null) press.settle?.(failure('process', error.message));
    });
  });
}

function started(press: Press, fonts: Fonts): ChildProcess {
  const child = fork(CHILD, [], {
    serialization: 'advanced',
    env: {},
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const mine = (answer: PdfAnswer | PdfFailure): void => {
    if (press.child === child) press.settle?.(answer);
  };
  child.on('message', (answer: PdfAnswer) => mine(answer));
  child.on('error', (error) => mine(failure('process', error.message)));
  child.on('exit', (code, signal) => {
    mine(failure('process', `ended with ${String(code ?? signal)}`));
    if (press.child === child) press.child = null;
  });
  child.send({ ask: 'fonts', fonts } satisfies PdfRequest);
  press.child = child;
  return child;
}

function ended(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
