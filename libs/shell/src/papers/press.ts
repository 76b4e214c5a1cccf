import { fontsFrom, openPdf, type Fonts, type PdfPress } from '@mouding/documents';

/** What makes PDF and drawings of papers, in a process of its own that starts with the first of them. */
export interface Press extends Pick<PdfPress, 'write' | 'pages' | 'close'> {
  /** Fonts that stand in for those of GB/T 9704 which are not installed here. */
  readonly substituted: () => Fonts['substituted'];
}

/** @param folder the folder of the hospital's licensed fonts; null sets everything in the free ones */
export function openPress(folder: string | null = null): Press {
  let fonts: Fonts | null = null;
  let opened: PdfPress | null = null;
  const known = (): Fonts => (fonts ??= fontsFrom(folder));
  const press = (): PdfPress => (opened ??= openPdf({ fonts: known() }));
  return {
    write: async (paper) => press().write(paper),
    pages: async (paper) => press().pages(paper),
    substituted: () => known().substituted,
    close: async () => opened?.close(),
  };
}
