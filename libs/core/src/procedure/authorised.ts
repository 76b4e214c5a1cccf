import { z } from 'zod';
import type { Given, Need } from '../decider.ts';
import { notNow, unknownText, unknownFile, type Refusal } from '../refusal.ts';
import { parseStream, streamName, type StreamName } from '../stream.ts';
import { FileRef, TextRef } from '../text-ref.ts';

const Resolution = z.string().regex(/^(meeting|record)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** 批准文件: the paper on which a version of a procedure rests, and a case that moves to it. */
export const BindingDocument = z
  .strictObject({
    title: z.string().trim().min(2).max(160).meta({ description: '文件名称 · title of the document' }),
    number: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .nullable()
      .default(null)
      .meta({ description: '文号、会议届次 · its number' }),
    file: FileRef.nullable().default(null).meta({ description: '扫描件 · its scan' }),
    text: TextRef.nullable().default(null).meta({ description: '文本 · its text' }),
    resolution: Resolution.nullable()
      .default(null)
      .meta({ description: '决议：会议或其补录（meeting/…、record/…） · the resolution' }),
  })
  .meta({ id: 'BindingDocument', description: '批准文件及决议 · the document and the resolution' });
export type BindingDocument = Readonly<z.infer<typeof BindingDocument>>;

/** Whether it leads to a paper: its number, its scan, its text or the resolution itself. */
export const isBound = ({ number, file, text, resolution }: BindingDocument): boolean =>
  [number, file, text, resolution].some((part) => part !== null);

/** As one line, e.g. 党委会决议（党委会2026年第6次）. */
export const inOneLine = ({ title, number }: BindingDocument): string =>
  number === null ? title : `${title}（${number}）`;

/** What {@link unfounded} looks at. */
export const documentNeeds = ({ file, text, resolution }: BindingDocument): readonly Need[] => [
  ...(file ? [{ file }] : []),
  ...(text ? [{ text }] : []),
  ...(resolution ? [{ read: streamOf(resolution) }] : []),
];

const streamOf = (resolution: string): StreamName => {
  const { kind, id } = parseStream(resolution);
  return streamName(kind, id);
};

/** What a document cites must be here, and the resolution must be one. */
export function unfounded(given: Given, { file, text, resolution }: BindingDocument): Refusal | null {
  if (file && !given.hasFile(file)) return unknownFile(file, '批准文件的扫描件', 'scan');
  if (text && !given.has(text)) return unknownText(text);
  return resolution && !resolved(given, resolution) ? noResolution(resolution) : null;
}

function resolved(given: Given, name: string): boolean {
  const { kind, id } = parseStream(name);
  if (kind === 'record') return given.state('record', id) !== undefined;
  const { outcome = null } = given.state('meeting', id)?.context ?? {};
  return outcome === 'passed' || outcome === 'in-principle';
}

const noResolution = (resolution: string): Refusal =>
  notNow(
    'procedure.resolution',
    '所引的会议没有作出通过的决议，不能作为批准依据',
    'The meeting that is cited has passed no resolution',
    { resolution },
    {
      zh: '请引用已宣布通过的会议，或其补录',
      en: 'Cite a meeting that was declared to have passed it, or its record',
    },
  );
