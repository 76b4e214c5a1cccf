import { codeOf, redline, writeWord } from '@mouding/documents';
import { createHash } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { refuse, type Refused } from '../words.ts';

/** One of the two drafts: where it is, and what it says. */
export interface DraftFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes 花脸稿: the new draft as a Word file in which everything that changed is a revision to be accepted or rejected.
 * Its moment is that of the new file, so that the same two files give the same bytes.
 *
 * @param by whose name the revisions carry
 */
export async function writeRedline(
  old: DraftFile,
  now: DraftFile,
  out: string,
  by: string,
): Promise<{ readonly written: string } | Refused> {
  if (!out.toLowerCase().endsWith('.docx'))
    return refuse(`${out} 应以 .docx 结尾。`, `${out} must end in .docx.`);
  if (existsSync(out))
    return refuse(`已有 ${out}，不覆盖。请换一个文件名。`, `${out} is there already: choose another name.`);
  if (!existsSync(resolve(out, '..')))
    return refuse(`没有 ${resolve(out, '..')} 这个文件夹。`, `There is no folder ${resolve(out, '..')}.`);
  const at = statSync(now.path).mtime.toISOString();
  const bytes = await writeWord(
    redline(old.text, now.text, {
      author: { by, at },
      trace: {
        draft: `${basename(old.path)} → ${basename(now.path)}`,
        code: codeOf(createHash('sha256').update(now.text, 'utf8').digest('hex')),
      },
      file: { author: by, at },
    }),
  );
  writeFileSync(out, bytes, { flag: 'wx' });
  return { written: out };
}
