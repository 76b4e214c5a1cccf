import type { ListFormat } from '@mouding/contract';
import {
  asAttachment,
  LIST_MEDIA,
  listFile,
  type AuditList,
  type AuditScope,
  type Press,
} from '@mouding/shell';
import { StreamableFile } from '@nestjs/common';

/** A list as a file to be kept. */
export async function fileOf(
  scope: AuditScope,
  list: AuditList,
  format: ListFormat,
  press: Press,
): Promise<StreamableFile> {
  const bytes = await listFile(scope, list, format, press);
  const disposition = asAttachment(`${list.name}.${format}`);
  return new StreamableFile(bytes, { type: LIST_MEDIA[format], disposition, length: bytes.length });
}
