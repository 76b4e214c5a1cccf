import { inParallel } from 'mouding/in-parallel';
import type { Company } from '../../play/company.ts';
import { addressOf, newKey, send } from '../../play/http.ts';
import { entriesOf } from '../../play/log.ts';
import { probesOf, type Scene } from '../policy/probes.ts';
import { ASKERS, type Asker } from '../policy/table.ts';
import { belowAll, FIXED, movesOf, ofTree, whyOf } from './queries.ts';

const AT_ONCE = 16;
/** A stream that says nothing for so long has said what it had. */
const QUIET_MS = 400;

/** One thing that was asked for and what was heard, error or not. */
export interface Page {
  readonly asker: Asker;
  readonly path: string;
  readonly status: number;
  readonly text: string;
}

/** Everything there is to ask for: the log is looked into from the side, so that nothing hidden is forgotten. */
interface Ground {
  readonly streams: readonly string[];
  /** Streams with the texts and originals that their entries cite, as paths below them. */
  readonly cited: readonly string[];
  /** Cases that moved to another version of their procedure. */
  readonly moved: readonly string[];
}

const SHOWN = /^(?!refusal|register)/;
const CITED = /"hash":"([0-9a-f]{64})","scheme":"(blob-sha256|file-sha256|tree)@1"/g;
/** A node that a change names. */
const NODE = /"(n[0-9a-z]{10})"/g;

async function groundOf(company: Company, ownerUrl: string): Promise<Ground> {
  const logs = await Promise.all(Object.values(company.houses).map((id: string) => entriesOf(ownerUrl, id)));
  const entries = logs.flat().filter(({ stream }) => SHOWN.test(stream));
  const cited = entries.flatMap(({ stream, data }) => {
    const said = JSON.stringify(data);
    const address = addressOf(stream);
    return [
      ...[...said.matchAll(CITED)].flatMap(([, hash = '', scheme]) => [
        `${address}/${scheme === 'file-sha256' ? 'files' : 'texts'}/${hash}`,
        ...(scheme === 'tree' ? ofTree(address, hash) : []),
      ]),
      ...(stream.startsWith('manuscript/') ? [...said.matchAll(NODE)] : []).map(
        ([, node]) => `${address}/clauses/${node}`,
      ),
    ];
  });
  return {
    streams: [...new Set(entries.map(({ stream }) => stream))],
    cited: [...new Set(cited)],
    moved: [
      ...new Set(
        entries.flatMap(({ stream, verb }) =>
          verb === 'procedure.migrate' && stream.startsWith('case/') ? [stream] : [],
        ),
      ),
    ],
  };
}

/** Asks for every page, by default as everybody, with and without a right to it. */
export async function crawl(
  company: Company,
  ownerUrl: string,
  askers: readonly Asker[] = ASKERS,
): Promise<readonly Page[]> {
  const { streams, cited, moved } = await groundOf(company, ownerUrl);
  const paths = [
    ...FIXED,
    ...streams.map(addressOf),
    ...belowAll(streams),
    ...movesOf(
      moved,
      streams.filter((stream) => stream.startsWith('procedure/')),
    ),
    ...cited,
  ];
  const asked = askers.flatMap((asker) => [...new Set(paths)].map((path) => ({ asker, path })));
  const pages = await inParallel(asked, AT_ONCE, async ({ asker, path }) => {
    const { status, text } = await send(company.api, {
      method: 'GET',
      path,
      cookie: cookieOf(company, asker),
    });
    return { asker, path, status, text };
  });
  return [...pages, ...(await inParallel(askers, AT_ONCE, (asker) => listen(company, asker)))];
}

/** What is heard of acts that nobody may do now: refusals and errors with all that they explain, done or asked about. */
export async function crawlErrors(scene: Scene): Promise<readonly Page[]> {
  const probes = probesOf(scene).filter(({ wish }) => wish.method === 'POST');
  const { players } = scene.company;
  const asked = ASKERS.flatMap((asker) =>
    probes.flatMap(({ wish }) =>
      [wish, ...whyOf(wish, players, asker)].map((each) => ({ asker, wish: each })),
    ),
  );
  return inParallel(asked, AT_ONCE, async ({ asker, wish }) => {
    const headers = { ...wish.headers, ...newKey() };
    const { status, text } = await send(scene.company.api, {
      ...wish,
      headers,
      cookie: cookieOf(scene.company, asker),
    });
    return { asker, path: `${wish.method} ${wish.path}`, status, text };
  });
}

const cookieOf = ({ players }: Company, asker: Asker): string | undefined =>
  asker === 'anonymous' ? undefined : players[asker].cookie;

/** The stream of changes from the beginning of the log. */
async function listen(company: Company, asker: Asker): Promise<Page> {
  const path = '/v1/stream';
  const cookie = cookieOf(company, asker);
  const response = await fetch(company.api + path, {
    headers: { 'last-event-id': '0', ...(cookie === undefined ? {} : { cookie }) },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const quiet = Promise.withResolvers<undefined>();
    const timer = setTimeout(quiet.resolve, QUIET_MS, undefined);
    const chunk = await Promise.race([reader?.read(), quiet.promise]);
    clearTimeout(timer);
    if (!chunk || chunk.done) break;
    text += chunk.value;
  }
  await reader?.cancel();
  return { asker, path, status: response.status, text };
}
