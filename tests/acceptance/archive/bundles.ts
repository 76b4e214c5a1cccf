import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BundleManifest, BUNDLE_PATHS } from '@mouding/contract';
import { unzip, zipFlow } from '@mouding/documents';
import { sha256 } from '@mouding/ledger';

/** The files of a bundle, to be changed and packed again. */
export type Unpacked = Map<string, Buffer>;

const LIMITS = { entries: 65_535, entry: 100_000_000 };

export function unpacked(bytes: Buffer): Unpacked {
  const zip = unzip(bytes, LIMITS);
  return new Map(zip.names.map((name) => [name, zip.read(name) ?? Buffer.of()]));
}

export async function packed(files: Unpacked): Promise<Buffer> {
  const all = async function* () {
    for (const [name, content] of files) yield { name, content };
  };
  const parts: Buffer[] = [];
  for await (const part of zipFlow(all())) parts.push(part);
  return Buffer.concat(parts);
}

/** Writes the files into a folder, as whoever unpacks a bundle has them. */
export function unpackInto(folder: string, files: Unpacked): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Does something to a part of a bundle and mends the manifest after it, as somebody would who knows the format. */
export function forged(files: Unpacked, path: string, change: (content: string) => string): Unpacked {
  const copy = new Map(files);
  copy.set(path, Buffer.from(change(String(files.get(path) ?? ''))));
  return withManifest(copy);
}

/** A manifest that agrees with the files as they are. */
export function withManifest(files: Unpacked): Unpacked {
  const manifest = BundleManifest.parse(JSON.parse(String(files.get(BUNDLE_PATHS.manifest))));
  const listed = manifest.files.flatMap(({ path }) => {
    const content = files.get(path);
    const digest = content && Buffer.from(sha256(content)).toString('hex');
    return content && digest ? [{ path, bytes: content.length, sha256: digest }] : [];
  });
  const mended = Buffer.from(JSON.stringify({ ...manifest, files: listed }));
  return new Map([...files, [BUNDLE_PATHS.manifest, mended]]);
}
