const LONGEST = 200;

/** Control characters, and those that turn the direction of writing: they can make a name look like another. */
const HIDDEN = /[\p{Cc}\p{Cf}]/gu;

/**
 * What the sender calls an original, from a percent-encoded header: its last part alone, without hidden characters.
 * Only shown, never a path. @returns null for no name, and for one that is none
 */
export function fileNameOf(header: string | undefined): string | null {
  const said = decoded(header ?? '')
    .normalize('NFC')
    .replaceAll(HIDDEN, '');
  const last = (said.split(/[/\\]/).at(-1) ?? '').trim();
  return last === '' || last === '.' || last === '..' ? null : [...last].slice(0, LONGEST).join('');
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}

/** The header with which an original goes out: always to be saved, never to be opened in the page (RFC 6266). */
export function asAttachment(name: string | null): string {
  if (name === null) return 'attachment';
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
