import { pageOf } from '@mouding/contract';

/** Where a department works on what it hands in. */
export const departmentPage = (stream: string): string =>
  pageOf(stream) + (stream.startsWith('chapter/') ? '/hand-in' : '');
