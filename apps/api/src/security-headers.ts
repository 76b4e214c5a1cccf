import type { NextFunction, Request, Response } from 'express';

const OWN = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
/** The interface's own pages carry a style and an icon inside. */
const DOCS =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
} as const;

/** A year, and what stands below this name too: people come by https and by nothing else. */
const TLS_ONLY = 'max-age=31536000; includeSubDomains';

/** What every answer of ours says, whatever page it belongs to. @param secure whether people come by https */
export const headersOf = (secure: boolean): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': OWN,
  ...ALWAYS,
  ...(secure ? { 'Strict-Transport-Security': TLS_ONLY } : {}),
});

/**
 * What every answer says to a browser. Nothing here decides who may do what.
 * @param secure whether people come by https
 */
export const securityHeaders =
  (secure: boolean) =>
  (request: Request, response: Response, next: NextFunction): void => {
    for (const [name, value] of Object.entries(headersOf(secure))) response.setHeader(name, value);
    if (request.path.startsWith('/api/docs')) response.setHeader('Content-Security-Policy', DOCS);
    next();
  };
