import { CHARACTERS } from './drafts.ts';
import type { Options } from './options.ts';
import { takeTurns, type Measured, type Turn } from './rounds.ts';
import { startSubject } from './subjects.ts';

/** What (i) to (k) are, in the words of the report: two drafts of one text are compared again and again. */
export const TEXTS: Readonly<Record<string, string>> = {
  i: `ours, two drafts of ${CHARACTERS.toLocaleString('en')} characters`,
  j: 'jsdiff 9.0.0 diffWords with Intl.Segmenter',
  k: 'jsdiff 9.0.0 diffChars',
};

/** (i) to (k), each in its own process. */
export async function measureTexts(options: Options): Promise<Measured[]> {
  const turns: Turn[] = [];
  try {
    turns.push({ id: 'i', running: await startSubject('subjects/diff.ts', {}), pids: [] });
    for (const [id, by] of [
      ['j', 'words'],
      ['k', 'characters'],
    ] as const)
      turns.push({ id, running: await startSubject('peers/jsdiff.mjs', { by }), pids: [] });
    return await takeTurns(turns, { ...options, clients: [1] });
  } finally {
    for (const { running } of turns) await running.close();
  }
}
