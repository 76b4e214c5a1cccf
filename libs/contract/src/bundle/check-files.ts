import { hex, type Sha256 } from '@mouding/evidence';
import type { BundleFault } from './fault.ts';
import { BUNDLE_PATHS } from './layout.ts';
import type { Bundle } from './read-bundle.ts';

/** Every file of the manifest is there as it was, and none besides. */
export function fileFaults({ files, manifest }: Bundle, sha256: Sha256): readonly BundleFault[] {
  const named = new Set<string>([BUNDLE_PATHS.manifest, ...manifest.files.map(({ path }) => path)]);
  const strays = files.paths.filter((path) => !named.has(path));
  const altered = manifest.files.flatMap(({ path, bytes, sha256: digest }) => {
    const content = files.bytes(path);
    if (!content) return [fault(path, 'not there')];
    if (content.length !== bytes) return [fault(path, `${content.length} bytes instead of ${bytes}`)];
    return hex(sha256(content)) === digest ? [] : [fault(path, 'another SHA-256')];
  });
  return [...altered, ...strays.map((path) => fault(path, 'not in the manifest'))];
}

const fault = (where: string, detail: string): BundleFault => ({ kind: 'file', where, detail });
