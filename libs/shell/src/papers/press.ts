import { fontsFrom, openPdf, type PdfPress } from '@mouding/documents';

/** What makes PDF of papers, in a process of its own that starts with the first of them. */
export type Press = Pick<PdfPress, 'write' | 'close'>;

/** @param fonts the folder of the hospital's licensed fonts; null sets everything in the free ones */
export function openPress(fonts: string | null = null): Press {
  let opened: PdfPress | null = null;
  return {
    async write(paper) {
      opened ??= openPdf({ fonts: fontsFrom(fonts) });
      return opened.write(paper);
    },
    close: async () => opened?.close(),
  };
}
