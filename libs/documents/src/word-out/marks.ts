import type { ICommentOptions } from 'docx';
import { Paragraph, TextRun } from 'docx';
import type { Remark, Revision } from '../paper/paper.ts';
import { sayable } from '../xml.ts';
import { fontOf, SIZE } from './measures.ts';

/** What must be told apart inside of one file: counted from one for every file, so that the same paper is the same bytes. */
export interface Marks {
  /** Word's own attributes of a revision, under a number of its own. */
  readonly revision: (of: Revision) => {
    readonly id: number;
    readonly author: string;
    readonly date: string;
  };
  /** Keeps a remark for the list of remarks and gives its number. */
  readonly remark: (of: Remark) => number;
  readonly remarks: () => readonly ICommentOptions[];
}

const EAST_8 = 8 * 3600 * 1000;

/**
 * A moment as Word writes it: the clock on the wall in Beijing, with a Z behind it that Word itself does not mean.
 *
 * @throws RangeError for what is no moment
 */
const wallClock = (at: string): string => `${new Date(Date.parse(at) + EAST_8).toISOString().slice(0, 19)}Z`;

export function marks(): Marks {
  let revisions = 0;
  const remarks: ICommentOptions[] = [];
  return {
    revision: ({ by, at }) => ({ id: (revisions += 1), author: sayable(by), date: wallClock(at) }),
    remark({ by, at, text }) {
      const id = remarks.length;
      const children = sayable(text)
        .split('\n')
        .map(
          (line) =>
            new Paragraph({
              children: [new TextRun({ text: line, font: fontOf('song'), size: SIZE.five })],
            }),
        );
      remarks.push({
        id,
        author: sayable(by),
        initials: sayable(by).slice(0, 2),
        date: new Date(wallClock(at)),
        children,
      });
      return id;
    },
    remarks: () => remarks,
  };
}
