import { convertInChild, isUnreadable, readWord, textOf, typedWord } from '@mouding/documents';
import type { FileRef, TextRef } from '@mouding/core';
import type { Session } from '../client/session.ts';
import { inParallel } from '../in-parallel.ts';
import { CALENDAR, instantOf } from './plan-calendar.ts';
import type { PlayedChapter } from './story.ts';

/** What went through Word in a rehearsal. */
export interface WordTally {
  /** Originals that were handed in as .docx, and their bytes. */
  files: number;
  bytes: number;
  /** 导出统稿: changes that came back out of Word as operations. */
  operations: number;
  /** Opinions that were read from a returned form. */
  opinions: number;
}

/** The departments' Word: what is handed in is a .docx, and the text is what is read out of it. */
export interface WordDesk {
  /** The chapters with the texts that were read from their files. */
  readonly chapters: readonly PlayedChapter[];
  /** The texts of all of them end to end. */
  readonly bytes: Buffer;
  /** Every sign but blanks is as it was in the source. */
  readonly isFaithful: boolean;
  readonly tally: WordTally;
  /** Types a text in Word, hands the file over, and the text that stands in it. */
  handOver(session: Session, title: string, content: string): Promise<Handed>;
}

/** What a hand-in cites. */
export interface Handed {
  readonly text: TextRef;
  readonly original?: FileRef;
}

const AT = instantOf(CALENDAR.chapters, 9);
const ABREAST = 2;

/** Types every chapter in Word and reads it in a process of its own, as the server reads what strangers send. */
export async function openWordDesk(chapters: readonly PlayedChapter[]): Promise<WordDesk> {
  const tally: WordTally = { files: 0, bytes: 0, operations: 0, opinions: 0 };
  const files = new Map<string, Uint8Array>();
  const read = await inParallel(chapters, ABREAST, async (chapter): Promise<PlayedChapter> => {
    const { title, owners } = chapter.plan;
    const file = await typedWord(chapter.content, { author: owners[0] ?? '', at: AT });
    const content = wordsOf(await convertInChild(file, `${title}.docx`));
    files.set(content, file);
    return { ...chapter, content };
  });
  const [typed, source] = [read, chapters].map((all) => all.map(({ content }) => content).join(''));
  return {
    chapters: read,
    bytes: Buffer.from(typed ?? '', 'utf8'),
    isFaithful: signs(typed ?? '') === signs(source ?? ''),
    tally,
    async handOver(session, title, content) {
      const file = files.get(content) ?? (await typedWord(content, { author: session.me.person, at: AT }));
      const text = files.has(content) ? content : wordsOf(readWord(file));
      tally.files += 1;
      tally.bytes += file.length;
      return { text: await session.keep(text), original: await session.keepFile(`${title}.docx`, file) };
    },
  };
}

type Read = Awaited<ReturnType<typeof convertInChild>>;

function wordsOf(read: Read): string {
  if (isUnreadable(read)) throw new Error(`${read.zh} ${read.en}`);
  return textOf(read);
}

/** Blanks, line ends, a byte order mark and the strokes of a table drawn by hand are not what a plan says. */
const signs = (text: string): string => text.replaceAll(/[\s\u3000\ufeff|]+/gu, '');

/** Hands a text over: as a Word file where there is a desk, otherwise as it is. */
export const handOver = async (
  desk: WordDesk | undefined,
  session: Session,
  title: string,
  content: string,
): Promise<Handed> => (desk ? desk.handOver(session, title, content) : { text: await session.keep(content) });
