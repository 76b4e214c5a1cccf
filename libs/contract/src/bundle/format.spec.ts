import { bundleFaultWords } from './fault.ts';
import { signedWords } from './check-proofs.ts';
import { BUNDLE_FORMAT, BUNDLE_PATHS, BundleManifest } from './layout.ts';
import { readBundle } from './read-bundle.ts';

const CASE = 'aaaaaaaa-0000-4000-8000-000000000000';
const MANIFEST = {
  institution: { id: CASE, name: '某医院' },
  case: { id: CASE, title: '发展规划' },
  rehearsal: false,
  made: '2026-04-01T00:00:00.000Z',
  by: null,
  withheld: 0,
  files: [],
};

const faultsOf = (format: string) => {
  const manifest = JSON.stringify({ ...MANIFEST, format });
  const text = (path: string) => (path === BUNDLE_PATHS.manifest ? manifest : undefined);
  const read = readBundle({ paths: [BUNDLE_PATHS.manifest], bytes: () => undefined, text });
  return 'manifest' in read ? [] : read;
};

test('a bundle of a later form is named as that, and nothing else is said of it', () => {
  const faults = faultsOf('mouding-bundle@3');
  expect(faults.map(bundleFaultWords)).toEqual([
    {
      zh: '本工具不能核验此格式的归档包，请用包内所附的核验工具：data/manifest.json（mouding-bundle@3; known: mouding-bundle@1, mouding-bundle@2）',
      en: 'this checker does not know the form of the bundle; use the one that is in it: data/manifest.json (mouding-bundle@3; known: mouding-bundle@1, mouding-bundle@2)',
    },
  ]);
  expect(new Set(faultsOf(BUNDLE_FORMAT).map(({ kind }) => kind))).toEqual(new Set(['unreadable']));
});

test('a bundle of the first form says nothing of witnesses, and wants none', () => {
  const { witnessesRequired } = BundleManifest.parse({ ...MANIFEST, format: 'mouding-bundle@1' });
  expect(witnessesRequired).toBe(0);
});

const wanting = (witnessesRequired: number, ...paths: string[]) => ({
  witnessesRequired,
  files: paths.map((path) => ({ path, bytes: 0, sha256: '0'.repeat(64) })),
});

test('fewer witnesses than the house wants are said, beside those that signed', () => {
  const signed = { origin: 'hospital.example/log', witnesses: [{ name: 'sister.example', at: 1 }] };
  expect(signedWords(signed, wanting(2)).zh).toBe(
    '日志签名：hospital.example/log；见证：1/2，sister.example（尚未齐全，请另向单位索取见证齐全的检查点）',
  );
  expect(signedWords(signed, wanting(1)).zh).toBe(
    '日志签名：hospital.example/log；见证：1/1，sister.example',
  );
  expect(signedWords(signed, wanting(0)).en).toBe(
    'signed by hospital.example/log; witnesses: sister.example',
  );
  expect(signedWords(null, wanting(2)).zh).toContain('未附日志签名');
  expect(signedWords(null, wanting(2, BUNDLE_PATHS.checkpoint)).zh).toBe('所附日志签名不成立');
});
