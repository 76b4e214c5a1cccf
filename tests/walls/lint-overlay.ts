import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { projects, root } from './tree.ts';

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
}

/** What the linter said of one file: `rule: message`, in alphabetical order. */
export type Findings = ReadonlyMap<string, readonly string[]>;

const CONFIGURATION = [
  'package.json',
  'package-lock.json',
  'nx.json',
  '.oxlintrc.json',
  'tsconfig.base.json',
  'tests/walls/house-rules.mjs',
];

/**
 * Lints files that must not exist, in a workspace of the same projects, tags and rules that has no other sources.
 * It lies outside the clone, so that a run that is killed leaves nothing behind in it.
 */
export async function lintOverlay(files: { readonly [path: string]: string }): Promise<Findings> {
  const overlay = await mkdtemp(join(tmpdir(), 'mouding-walls-'));
  try {
    const copied = projects.flatMap((folder) => [`${folder}/package.json`, `${folder}/tsconfig.json`]);
    await Promise.all([...CONFIGURATION, ...copied].map((path) => cp(join(root, path), join(overlay, path))));
    await linkModules(overlay, Object.keys(files));
    await Promise.all(Object.entries(files).map(([path, content]) => write(join(overlay, path), content)));
    return byFile(lint(overlay), Object.keys(files));
  } finally {
    await rm(overlay, { recursive: true, force: true });
  }
}

/** What is installed, but the projects of the overlay instead of those of the clone. */
async function linkModules(overlay: string, files: readonly string[]): Promise<void> {
  const modules = join(overlay, 'node_modules');
  await mkdir(join(modules, '@mouding'), { recursive: true });
  const installed = (await readdir(join(root, 'node_modules'))).filter(
    (name) => name !== '@mouding' && name !== 'mouding',
  );
  await Promise.all(installed.map((name) => symlink(join(root, 'node_modules', name), join(modules, name))));
  const added = files.filter((path) => path.endsWith('/package.json')).map((path) => dirname(path));
  const folders = [...projects.filter((folder) => folder !== 'apps/mouding'), ...added];
  await Promise.all(
    folders.map((path) => symlink(join(overlay, path), join(modules, '@mouding', basename(path)))),
  );
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function lint(cwd: string): readonly Diagnostic[] {
  // Exit code 1 is what forbidden files must give; the report is on standard output all the same.
  const run = spawnSync(process.execPath, [join(root, 'tests/lint.mjs'), '--format', 'json'], {
    cwd,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('{'))
    throw new Error(`the linter did not run: ${run.stdout}${run.stderr}`.slice(0, 2000));
  return (JSON.parse(run.stdout) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
}

function byFile(diagnostics: readonly Diagnostic[], files: readonly string[]): Findings {
  const said = (path: string): readonly string[] =>
    diagnostics
      .filter(({ filename }) => filename === path)
      .map(({ code, message }) => `${code}: ${message}`)
      .toSorted();
  const others = diagnostics.map(({ filename }) => filename).filter((path) => !files.includes(path));
  return new Map([...files, ...others].map((path) => [path, said(path)]));
}
