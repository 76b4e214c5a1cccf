import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { zipFlow, type Packed } from '@mouding/documents';
import { openLedger } from '@mouding/ledger';
import {
  bundleTools,
  caseArchive,
  logKeysFrom,
  officeReader,
  openPress,
  openWitnessing,
  receiptSigner,
  Settings,
  witnessesRequired,
} from '@mouding/shell';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import { receiptKeyOf, signerFolderOf } from '../launch.ts';
import type { Out } from '../out.ts';
import { signerFiles } from '../signer/folder.ts';
import { withDatabase } from '../with-database.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { findCase } from './conformance.ts';
import { describe, type Run } from './run.ts';

interface ExportOptions {
  readonly output: string;
  readonly institution?: string;
}

/** `mouding export CASE -o FILE`: 归档包 of a case, whether the services run or not. */
export function addExport(program: Command, run: Run): void {
  program
    .command('export')
    .description(
      describe(
        '归档包：目录、文件、扫描件、核验数据和核验工具',
        'archive of a case: its papers and scans, the data to check them by, and the checker',
      ),
    )
    .argument('<case>', describe('规划编制工作的标识或名称', 'the case, by id or title'))
    .requiredOption('-o, --output <file>', describe('写入的文件（.zip）', 'the file to write (.zip)'))
    .option('--institution <code>', describe('所在单位代码', 'the institution'))
    .action(async (wanted: string, options: ExportOptions) => run((out) => exportCase(wanted, options, out)));
}

function exportCase(
  wanted: string,
  { output, institution }: ExportOptions,
  out: Out,
): Promise<number | Refused> {
  const home = homeOf(process.env);
  const use = { home, databaseUrl: process.env['DATABASE_URL'], command: 'export', out };
  return withDatabase(use, institution, async (url, institutions) => {
    const ledger = openLedger({ url, applicationName: 'mouding-export', ...keyIn(home) });
    const press = openPress(process.env['FONT_FOLDER'] ?? null);
    try {
      const found = await findCase(ledger, institutions, wanted);
      if (isRefused(found)) return found;
      const witnessing = openWitnessing(process.env['WITNESSES'], witnessesRequired(process.env));
      const reader = await officeReader({ ledger, witnessing }, found.institution);
      if (!reader)
        return refuse('规划办没有在岗人员，无人可以调取。', 'Nobody holds a post of the planning office.');
      const origin = Settings.shape.LOG_ORIGIN.parse(process.env['LOG_ORIGIN']);
      const keys = logKeysFrom(signerFiles(signerFolderOf(home)).publicKey, witnessing);
      const wish = {
        id: found.id,
        press,
        keys,
        receipts: receiptSigner(process.env['RECEIPT_KEY_FILE'] ?? receiptKeyOf(home), origin),
        tools: bundleTools(),
        fonds: process.env['FONDS'] ?? null,
        address: '',
      };
      const { files } = await caseArchive(reader, wish);
      return await written(files, output, out);
    } finally {
      await press.close();
      await ledger.close();
    }
  });
}

/** Under a name of its own until it is whole: what stops half-way leaves nothing that looks like an archive. */
async function written(files: AsyncIterable<Packed>, output: string, out: Out): Promise<number> {
  const part = `${output}.part`;
  let count = 0;
  const told = async function* (): AsyncGenerator<Packed> {
    for await (const file of files) {
      count += 1;
      out.progress(`${count} ${file.name}`);
      yield file;
    }
  };
  try {
    await pipeline(Readable.from(zipFlow(told())), createWriteStream(part));
    renameSync(part, output);
  } finally {
    rmSync(part, { force: true });
  }
  out.line({
    zh: `归档包已写入 ${output}（${count} 个文件）`,
    en: `Archive written to ${output} (${count} files)`,
  });
  out.answer({ output, files: count });
  return exitCode.ok;
}

const keyIn = (home: string): { readonly keyFile?: string } => {
  const keyFile = process.env['KEY_FILE'] ?? join(home, 'key');
  return existsSync(keyFile) ? { keyFile } : {};
};
