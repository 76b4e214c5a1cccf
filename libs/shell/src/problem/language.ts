import type { Said } from '@mouding/core';

export type Language = keyof Said;

/** The language that a client asks for; Chinese unless English is asked for before any Chinese. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return asked.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))?.tag.startsWith('en')
    ? 'en'
    : 'zh';
}
