import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Definition } from '@mouding/core';
import { exitCode } from '../exit-code.ts';
import type { SystemUrls } from '../launch.ts';
import type { Out } from '../out.ts';
import { definitionFrom } from '../procedure-file.ts';
import { randomFrom, type Random } from '../random.ts';
import { withRunningSystem } from '../system.ts';
import { isRefused, refuse, type Refused, type Words } from '../words.ts';
import { planText } from './chapters-of-text.ts';
import { chaptersFrom, inventedChapters } from './open-case.ts';
import { writePapers } from './printed.ts';
import { isVerified, report } from './report.ts';
import { rehearseCase } from './rehearse-case.ts';
import type { PlayedChapter } from './story.ts';

/** What to rehearse, and with which system. */
export interface RehearseOptions {
  /** The id of a procedure of this clone, or its file. */
  readonly procedure: string;
  /** A file with a plan's text; absent: an invented plan. */
  readonly text?: string;
  readonly seed: number;
  readonly home: string;
  readonly databaseUrl: string | undefined;
  /** A folder that the papers of the case are written into; absent: they are made and counted. */
  readonly out?: string;
}

/** What is played: the chapters with their texts, and the bytes that they came from. */
export interface Script {
  readonly definition: Definition;
  readonly chapters: readonly PlayedChapter[];
  readonly source: { readonly words: Words; readonly bytes: Buffer };
  readonly random: Random;
}

/**
 * Plays a whole case, from the scheme's adoption to the last 签收, over HTTP on a rehearsal's clock, in a pair of
 * institutions founded for it. @returns the exit code, or why nothing was played
 */
export async function rehearse(options: RehearseOptions, out: Out): Promise<number | Refused> {
  const script = scriptOf(options);
  if (isRefused(script)) return script;
  const { home, databaseUrl } = options;
  return withRunningSystem({ home, databaseUrl, command: 'rehearse', out }, (urls) =>
    perform(urls, script, options.out, out),
  );
}

async function perform(
  urls: SystemUrls,
  script: Script,
  folder: string | undefined,
  out: Out,
): Promise<number> {
  const outcome = await rehearseCase(urls, script, (words) => out.progress(words));
  report(outcome, out);
  if (folder !== undefined) writePapers(folder, outcome.papers);
  return isVerified(outcome) ? exitCode.ok : exitCode.mismatch;
}

/** Reads procedure and text, or says why they cannot be played. */
export function scriptOf({
  procedure,
  text,
  seed,
}: Pick<RehearseOptions, 'procedure' | 'text' | 'seed'>): Script | Refused {
  const definition = definitionFrom(procedure);
  if (isRefused(definition)) return definition;
  if (text === undefined) return invented(definition, seed);
  try {
    return ownText(definition, text, seed);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(`不能读取文稿 ${text}：${why}`, `The text ${text} cannot be read: ${why}`);
  }
}

function ownText(definition: Definition, file: string, seed: number): Script {
  const bytes = readFileSync(file);
  const words = { zh: `文稿${basename(file)}`, en: `text ${basename(file)}` };
  const chapters = chaptersFrom(planText(bytes), definition);
  return { definition, chapters, random: randomFrom(seed), source: { words, bytes } };
}

function invented(definition: Definition, seed: number): Script {
  const random = randomFrom(seed);
  const chapters = inventedChapters(definition, random);
  const bytes = Buffer.from(chapters.map(({ content }) => content).join(''), 'utf8');
  const words = { zh: `虚构文稿（种子${seed}）`, en: `invented text (seed ${seed})` };
  return { definition, chapters, random, source: { words, bytes } };
}
