import { fromBase64, toBase64, type Head, type Proof } from '@mouding/evidence';
import { z } from 'zod';

/** Where the signer is heard, and what it wants to hear first. */
export interface SignerAddress {
  readonly url: string;
  readonly token: string;
}

/** What a signer has signed last of a log, and the key that it signs with. */
export interface SignerLog {
  /** The line that configures a verifier. */
  readonly key: string;
  readonly last: Head | null;
  readonly closed: boolean;
}

/** The signer's process, asked over HTTP on this machine. Every call throws when it does not answer. */
export interface Signer {
  log(origin: string): Promise<SignerLog>;
  /** The line of the signature, with its newline, or why there is none. */
  sign(
    origin: string,
    head: Head,
    proof: Proof,
  ): Promise<{ readonly line: string } | { readonly objection: string }>;
  /** Ends a log: nothing of it is signed any more. */
  close(origin: string): Promise<SignerLog>;
}

const Log = z.object({
  key: z.string(),
  last: z.object({ size: z.number().int().nonnegative(), root: z.base64() }).nullable(),
  closed: z.boolean(),
});
const Line = z.object({ line: z.string() });
const Objection = z.object({ objection: z.string() });

const PATIENCE_MS = 5_000;
const CONFLICT = 409;

/** The signer at an address. */
export function openSigner({ url, token }: SignerAddress): Signer {
  const ask = async (path: string, body?: object): Promise<{ status: number; value: unknown }> => {
    const response = await fetch(new URL(path, url), {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const value: unknown = await response.json();
    if (!response.ok && response.status !== CONFLICT)
      throw new Error(`the signer answers ${response.status}: ${JSON.stringify(value)}`);
    return { status: response.status, value };
  };
  return {
    async log(origin) {
      return logOf((await ask(`/log?origin=${encodeURIComponent(origin)}`)).value);
    },
    async sign(origin, { size, root }, proof) {
      const body = { origin, size, root: toBase64(root), proof: proof.map(toBase64) };
      const { status, value } = await ask('/sign', body);
      return status === CONFLICT ? Objection.parse(value) : Line.parse(value);
    },
    async close(origin) {
      return logOf((await ask('/close', { origin })).value);
    },
  };
}

function logOf(value: unknown): SignerLog {
  const { last, ...log } = Log.parse(value);
  return { ...log, last: last && { size: last.size, root: fromBase64(last.root) ?? new Uint8Array() } };
}
