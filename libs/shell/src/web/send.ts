import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { ProblemError } from '../problem/problem-error.ts';
import type { Face, WebFiles } from './web-files.ts';

/** What the page may do: run what came from here, and the styles that it makes under this nonce. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The document of a face, under a policy of its own. @throws ProblemError not-found while the page is not built */
export function sendFace(files: WebFiles, face: Face, response: Response): void {
  const nonce = randomBytes(16).toString('base64url');
  const document = files.document(face, nonce);
  if (document === null) throw new ProblemError('not-found');
  response
    .setHeader('Content-Type', 'text/html; charset=utf-8')
    .setHeader('Content-Security-Policy', pagePolicy(nonce))
    .send(document);
}

/** The script that tells a browser which is too old. @throws ProblemError not-found while the page is not built */
export function sendFloor({ floor }: WebFiles, response: Response): void {
  if (!floor) throw new ProblemError('not-found');
  response
    .setHeader('Content-Type', 'text/javascript; charset=utf-8')
    .setHeader('Cache-Control', 'no-cache')
    .send(floor);
}

/** One file of the page; its name holds the hash of its content, so that it may be kept. @throws ProblemError not-found */
export function sendAsset(files: WebFiles, name: string, response: Response): void {
  const file = files.asset(name);
  if (!file) throw new ProblemError('not-found');
  response
    .setHeader('Content-Type', file.type)
    .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    .send(file.content);
}
