import { BUNDLE_PATHS, BundleContents, BundleManifest } from '@mouding/contract';
import { unzip, zipFlow } from '@mouding/documents';
import { sha256 } from '@mouding/ledger';

const LIMITS = { entries: 65_535, entry: 100_000_000 };

/**
 * A 归档包 without the papers that were printed for it: what entries cite, and what programs read of it, under a manifest of its own. It is checked as the whole one is,
 * since the papers are made from the record and prove nothing.
 */
export async function slimBundle(bytes: Uint8Array): Promise<Buffer> {
  const zip = unzip(Buffer.from(bytes), LIMITS);
  const cited = new Set(
    BundleContents.parse(JSON.parse(String(zip.read(BUNDLE_PATHS.contents)))).map(({ path }) => path),
  );
  const kept = zip.names.filter(
    (name) => (name.startsWith('data/') || cited.has(name)) && name !== BUNDLE_PATHS.manifest,
  );
  const files = kept.map((name) => ({ name, content: zip.read(name) ?? Buffer.of() }));
  const whole = BundleManifest.parse(JSON.parse(String(zip.read(BUNDLE_PATHS.manifest))));
  const listed = files.map(({ name, content }) => ({
    path: name,
    bytes: content.length,
    sha256: Buffer.from(sha256(content)).toString('hex'),
  }));
  const manifest = Buffer.from(JSON.stringify({ ...whole, files: listed }));
  const all = async function* () {
    yield* [{ name: BUNDLE_PATHS.manifest, content: manifest }, ...files];
  };
  const parts: Buffer[] = [];
  for await (const part of zipFlow(all())) parts.push(part);
  return Buffer.concat(parts);
}
