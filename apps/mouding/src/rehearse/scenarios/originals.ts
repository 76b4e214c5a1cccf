import { resourceOf, type CaseItem } from '@mouding/contract';
import { typedWord } from '@mouding/documents';
import type { z } from 'zod';
import type { Session } from '../../client/session.ts';
import { until } from '../../until.ts';

const Contribution = resourceOf('contribution');

/** A .wps under a password: no office program opens it, wherever this runs. */
export const LOCKED_WPS = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(64),
]);

/** A department plan as a Word file. */
export const planFile = (content: string, author: string): Promise<Uint8Array> =>
  typedWord(content, { author, at: '2025-12-11T01:00:00.000Z' });

/** Waits until the worker has read the original of a department plan, or found that it cannot. */
export const whenRead = (session: Session, { href }: CaseItem): Promise<z.infer<typeof Contribution>> =>
  until('the original to be read', async () => {
    const seen = await session.read(href, Contribution);
    return seen.data.reading?.standing === 'waiting' ? undefined : seen;
  });
