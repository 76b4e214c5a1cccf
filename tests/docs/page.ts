import { read } from '../walls/tree.ts';

/** The page in both languages; the specs hold them to the same commands. */
export const README = { en: 'README.md', zh: 'README.zh-CN.md' } as const;

/** A fenced block with a name: what a reader copies into a terminal. */
export interface Snippet {
  readonly id: string;
  readonly commands: string;
}

/** Every fenced block in a shell language, named or not. */
export function snippets(path: string): readonly Snippet[] {
  const fenced = /^```(?:sh|shell|bash|console)(?: id=([a-z-]+))?\n([^]*?)^```$/gm;
  return [...read(path).matchAll(fenced)].map(([, id = '', commands = '']) => ({
    id,
    commands: commands.trim(),
  }));
}

/** The rows of the table whose first heading is `head`, as cells without the marks of code. */
export function table(path: string, head: string): readonly (readonly string[])[] {
  const lines = read(path).split('\n');
  const from = lines.findIndex((line) => cells(line)[0] === head);
  const rows = lines.slice(from + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map(cells);
}

const cells = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

/** Addresses of links, without those that leave the clone. */
export const links = (path: string): readonly string[] =>
  [...read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^[a-z]+:/.test(address));
