import { converterOf, type Converter } from '@mouding/documents';
import type { Settings } from '../config.ts';

/** What makes .docx of .doc and .wps; null where nothing does. */
export type OriginalConverter = Converter | null;

/** LibreOffice as the settings name it, or as it is found on the path; null where there is none. */
export function originalConverter(
  { SOFFICE, CONVERT_SECONDS }: Pick<Settings, 'SOFFICE' | 'CONVERT_SECONDS'>,
  path: string | undefined,
): OriginalConverter {
  const converter = converterOf(SOFFICE, path);
  return converter && { ...converter, milliseconds: CONVERT_SECONDS * 1000 };
}
