import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { demoHospital } from './demo/hospital.ts';
import { seedDemo, type DemoAccount } from './demo/seed.ts';
import type { System, SystemUrls } from './launch.ts';
import type { Out } from './out.ts';
import { refuse, type Refused, type Words } from './words.ts';

const Seeding = z.object({
  finished: z.boolean(),
  accounts: z.array(
    z.object({
      role: z.string(),
      roleEn: z.string(),
      login: z.string(),
      password: z.string(),
      institution: z.string(),
    }),
  ),
});
type Seeding = z.infer<typeof Seeding>;

/**
 * The accounts by which a newcomer signs in. Seeds the demo unless it is there or an institution works here in
 * earnest; later starts show the accounts that were written down then.
 */
export async function demoAccounts(
  { urls, institutions }: Pick<System, 'urls' | 'institutions'>,
  home: string,
  out: Out,
): Promise<readonly DemoAccount[] | Refused> {
  const isSettled = institutions.some(({ mode, code }) => mode === 'live' || code === demoHospital.code);
  if (!isSettled) return seed(urls, home, out);
  const known = read(join(home, 'demo.json'));
  if (known && !known.finished) out.trouble(unfinished(home));
  return known?.accounts ?? [];
}

async function seed(urls: SystemUrls, home: string, out: Out): Promise<readonly DemoAccount[] | Refused> {
  const file = join(home, 'demo.json');
  out.progress({ zh: '装入示例单位……', en: 'seeding the demo …' });
  write(file, { finished: false, accounts: [] });
  try {
    const accounts = await seedDemo({ ...urls, say: (words) => out.progress(words) });
    write(file, { finished: true, accounts: [...accounts] });
    return accounts;
  } catch (error) {
    const log = join(home, 'log', 'demo.log');
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    writeFileSync(log, `${stack ?? message}\n`);
    return failed(home, log, message);
  }
}

/** The accounts that were written down when the demo was seeded. */
export function knownAccounts(home: string): readonly DemoAccount[] {
  return read(join(home, 'demo.json'))?.accounts ?? [];
}

function read(file: string): Seeding | undefined {
  return existsSync(file) ? Seeding.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

function write(file: string, seeding: Seeding): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(seeding, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function unfinished(home: string): Words {
  return {
    zh: `上次装入示例时被中断，示例不完整。要重新装入，请停止后把 ${home} 改名，再启动。`,
    en: `Seeding the demo was broken off, so it is incomplete. To seed it anew, stop, rename ${home}, and start again.`,
  };
}

function failed(home: string, log: string, reason: string): Refused {
  return refuse(
    `示例没有装完：${reason}（详见 ${log}）。要重新装入，请把 ${home} 改名后再启动；不要示例，请用 npm start -- --no-demo。`,
    `The demo was not seeded: ${reason} (see ${log}). To seed it anew, rename ${home} and start again; to go on without it, use npm start -- --no-demo.`,
  );
}
