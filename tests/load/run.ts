import 'reflect-metadata';
import { measureAudit } from './audit.ts';
import { judge, type Results } from './aims.ts';
import { measureArchive } from './bundle.ts';
import { openServer, type Server } from './database.ts';
import { measureDocuments } from './documents.ts';
import { measureGrowth } from './growth.ts';
import { measureHttp } from './http.ts';
import { measureLog } from './log.ts';
import { optionsOf, USAGE, type Options } from './options.ts';
import { measureOrder } from './order.ts';
import { measureOverload } from './overload.ts';
import { measurePages } from './pages.ts';
import { report } from './report.ts';
import { measureStores } from './stores.ts';
import { measureTexts } from './texts.ts';
import { measureTree } from './tree.ts';
import { makeWholeLog, type WholeLog } from './whole-log.ts';

const options = wish();
const server = await openServer();
// Ctrl-C ends the server and its folder too; the subjects end when this process does.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().finally(() => process.exit(130)));
try {
  const results = await measure(server, options);
  const { version, syncMicros } = server;
  const text = options.json
    ? `${JSON.stringify({ ...results, aims: judge(results), version, syncMicros }, null, 2)}\n`
    : report(results, server);
  process.stdout.write(text);
} finally {
  await server.close();
}

async function measure(on: Server, { parts }: Options): Promise<Results> {
  const when = async <T>(part: string, words: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    if (parts.length > 0 && !part.split(' ').some((name) => parts.includes(name))) return otherwise;
    process.stderr.write(`${words} …\n`);
    return work();
  };
  let made: Promise<WholeLog> | undefined;
  const whole = (): Promise<WholeLog> => (made ??= makeWholeLog(on, options));
  return {
    stores: await when('stores', '(a) to (f)', () => measureStores(on, options), []),
    order: await when('order', 'missed, inverted, doubled', () => measureOrder(on, options), null),
    http: await when('http', '(g) and (h)', async () => (await measureHttp(on, options)).measured, []),
    log: await when('verify refold', 'a whole log', async () => measureLog(on, await whole()), null),
    tree: await when('log', 'its tree', async () => measureTree(on, await whole(), options), null),
    archive: await when('archive', '归档包', async () => measureArchive(on, await whole(), options), null),
    growth: await when('growth', 'growing institutions', () => measureGrowth(on, options), []),
    audit: await when('audit', 'the auditor', () => measureAudit(on, options), null),
    text: await when('diff', '(i) to (k)', () => measureTexts(options), []),
    checkup: await when('checkup', '(l) and (m)', () => measureDocuments('checkup', options), []),
    import: await when('import', '(n) to (q)', () => measureDocuments('import', options), []),
    pdf: await when('pdf', '(r) and (s)', () => measureDocuments('pdf', options), []),
    word: await when('word', '(t) and (u)', () => measureDocuments('word', options), []),
    page: await when('page', '(v) to (y)', () => measurePages(on, options), []),
    overload: parts.includes('overload')
      ? await when('overload', 'ten times too much', () => measureOverload(on, options), null)
      : null,
  };
}

function wish(): Options {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exit(2);
  }
}
