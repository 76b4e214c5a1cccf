import { PLURALS, Problem, Why } from '@mouding/contract';
import { inParallel } from 'mouding/in-parallel';
import type { Company } from '../../play/company.ts';
import { newKey, send, type Heard } from '../../play/http.ts';
import type { Who } from '../../play/institutions.ts';
import type { Probe } from './probes.ts';

const AT_ONCE = 16;

/** An act, aimed at a stream: what it is asked about, and how it is done. */
interface Asked {
  readonly probe: Probe;
  readonly asker: Who;
  readonly verb: string;
  /** The address of the stream. */
  readonly address: string;
}

/**
 * Asks of every act whether it can be done, then does what cannot, and says where the two answers are not one: the same
 * rule, and nothing where nothing may be known. What could be done is asked with a version that no stream has.
 */
export async function disagreements(
  company: Company,
  probes: readonly Probe[],
  askers: readonly Who[],
): Promise<{ readonly wrong: readonly string[]; readonly refused: number; readonly allowed: number }> {
  const asked = probes.flatMap((probe) => askers.flatMap((asker) => actOf(probe, asker)));
  const heard = await inParallel(asked, AT_ONCE, (one) => compared(company, one));
  return {
    wrong: [...new Set(heard.flatMap(({ wrong }) => wrong))],
    refused: heard.filter(({ kind }) => kind === 'refused').length,
    allowed: heard.filter(({ kind }) => kind === 'allowed').length,
  };
}

/** Acts of one stream; the organisation's ask for no version and could be carried out. */
function actOf(probe: Probe, asker: Who): readonly Asked[] {
  const [, plural = '', id = '', act = ''] =
    /^\/v1\/([a-z]+)\/([0-9a-f-]{36})\/commands\/([a-z-]+)$/.exec(probe.wish.path) ?? [];
  const kind = Object.keys(PLURALS).find((each) => PLURALS[each] === plural);
  return kind === undefined || kind === 'org'
    ? []
    : [{ probe, asker, verb: `${kind}.${act}`, address: `/v1/${plural}/${id}` }];
}

interface Compared {
  readonly kind: 'allowed' | 'refused' | 'hidden';
  readonly wrong: readonly string[];
}

async function compared(company: Company, one: Asked): Promise<Compared> {
  const { probe, asker, verb, address } = one;
  const { cookie } = company.players[asker];
  const path = `${address}/why?command=${verb}&body=${bodyOf(probe)}`;
  const said = expectedOf(await send(company.api, { method: 'GET', path, cookie }));
  const { kind } = said;
  const seen = kind === 'refused' ? await versionOf(company, address, cookie) : null;
  const expected = seen === null && knowsNoVersion(said) ? '412' : said.expected;
  const headers = { ...newKey(), ...matching(seen ?? probe.wish.headers?.['if-match'] ?? '') };
  const got = answerIn(await send(company.api, { ...probe.wish, headers, cookie }));
  return { kind, wrong: got === expected ? [] : [`${probe.name} as ${asker}: why ${expected}, done ${got}`] };
}

const matching = (version: string): object => (version === '' ? {} : { 'if-match': version });

const bodyOf = ({ wish }: Asked['probe']): string => encodeURIComponent(JSON.stringify(wish.body ?? {}));

/** Who may ask and not see it knows no version of it. */
const knowsNoVersion = ({ kind, because }: ReturnType<typeof expectedOf>): boolean =>
  kind === 'refused' && because !== 'policy';

/** What doing it must come to, if what was said of it holds. */
function expectedOf({ status, text }: Heard): {
  readonly kind: Compared['kind'];
  readonly expected: string;
  readonly because: string | null;
} {
  if (status !== 200) return { kind: 'hidden', expected: String(status), because: null };
  const { allowed, rule, because } = Why.parse(JSON.parse(text));
  return allowed === false
    ? { kind: 'refused', expected: `refused ${rule}`, because }
    : { kind: 'allowed', expected: '412', because };
}

const answerIn = ({ status, text }: Heard): string => {
  const problem = status >= 400 ? Problem.safeParse(JSON.parse(text)).data : undefined;
  return problem?.rule ? `refused ${problem.rule}` : String(status);
};

/** The version at which the asker sees it, where it can be seen. */
async function versionOf(
  company: Company,
  address: string,
  cookie: string | undefined,
): Promise<string | null> {
  const { headers } = await send(company.api, { method: 'GET', path: address, cookie });
  return headers.get('etag');
}
