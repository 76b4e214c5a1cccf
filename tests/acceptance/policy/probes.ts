import type { Company } from '../../play/company.ts';
import { addressOf, newKey, pluralOf, type Wish } from '../../play/http.ts';
import type { Asker } from './table.ts';

/** A route as the OpenAPI document names it, `METHOD /path/{id}`. */
export type Route = string;

/**
 * One thing to ask for: of this route, aimed at this stream or text, with a body that the route takes. What is
 * asked can be carried out by nobody (a version that no stream has, a name that is taken), so that asking it as
 * everybody changes nothing, and whoever may ask hears 409 or 412.
 */
export interface Probe {
  /** The key of the table: the route, and which of several relations it is aimed at. */
  readonly name: string;
  readonly route: Route;
  readonly wish: Wish;
  /** The body, where it depends on who asks. */
  bodyFor?(asker: Asker): object;
}

/** What the probes are aimed at. Streams are `kind/uuid`. */
export interface Scene {
  readonly company: Company;
  readonly streams: { readonly [what: string]: string };
  /** A text that the stream of this name cites, by hash. */
  readonly texts: { readonly [what: string]: string };
}

const NO_TEXT = { scheme: 'blob-sha256@1', hash: '0'.repeat(64) };
const NOBODY = '00000000-0000-4000-8000-000000000000';
const COUNTS = { issued: 1, returned: 1, yes: 1, no: 0, abstain: 0, invalid: 0 };
/** No stream comes this far in a test. */
const NO_VERSION = 999_999;

/** A body for every command on a stream that is there. */
const BODIES: { readonly [verb: string]: object } = {
  'org.create-department': { name: '办公室', kind: 'functional' },
  'org.create-post': { title: '系统管理员', as: 'office', department: null },
  'org.fill-post': { post: NOBODY, person: NOBODY },
  'org.vacate-post': { post: NOBODY },
  'org.form-body': { key: 'nobody', name: '无人', seats: [{ post: NOBODY, role: 'chair' }] },
  'org.move-clock': { to: '2000-01-01T00:00:00.000Z' },
  'case.advance': { stage: 'chapters' },
  'research.record': { method: 'visit', on: '2026-01-05', place: null, attendance: null, text: NO_TEXT },
  'contribution.submit': { text: NO_TEXT },
  'contribution.accept': {},
  'chapter.give-input': { text: NO_TEXT },
  'chapter.submit': { text: NO_TEXT },
  'chapter.sign-off': { text: NO_TEXT },
  'contribution.return': { reason: '退回' },
  'chapter.return': { reason: '退回' },
  'manuscript.compile': { label: '初稿' },
  'manuscript.revise': { base: NO_TEXT, label: '修改稿', edits: [], done: true },
  'consultation.reply-none': {},
  'consultation.give-opinion': { about: '第一章', quote: null, wording: '意见' },
  'consultation.close': {},
  'opinion.propose': { disposition: 'rejected', reason: '理由' },
  'meeting.sign-in': {},
  'meeting.sign-out': {},
  'meeting.open': {},
  'meeting.put': {},
  'meeting.vote': { vote: 'yes' },
  'meeting.count': { yes: 1, no: 0, abstain: 0 },
  'meeting.decide': { outcome: 'passed' },
  'meeting.declare': { minutes: null },
  'meeting.adjourn': { reason: '改期' },
  'ballot.tally': COUNTS,
  'ballot.confirm': COUNTS,
  'filing.send': { letter: '请示', manifest: [] },
  'filing.enter-answer': { outcome: 'approved', number: '', on: '2026-01-05', letter: null },
  'dossier.answer': { outcome: 'approved', number: '一号', letter: null },
  'issue.sign': { text: NO_TEXT },
  'issue.number': { number: '小城中医〔2026〕9号' },
  'issue.publish': { text: NO_TEXT, on: '2026-06-01' },
  'issue.acknowledge': {},
};

/** Every probe that the scene allows: acts, resources, texts. */
export function probesOf(scene: Scene): readonly Probe[] {
  return [...acts(scene), ...resources(scene), ...texts(scene)];
}

/** The streams of a kind under their names in the scene, `kind` or `kind · which`. */
const ofKind = ({ streams }: Scene, kind: string): readonly (readonly [which: string, stream: string])[] =>
  Object.entries(streams)
    .filter(([what]) => what.split(' · ')[0] === kind)
    .map(([what, stream]) => [what.slice(kind.length), stream]);

const acts = (scene: Scene): readonly Probe[] =>
  Object.entries(BODIES).flatMap(([verb, body]) => {
    const [kind = '', act = ''] = verb.split('.');
    return ofKind(scene, kind).map(([which, stream]) => {
      const path = `${addressOf(stream)}/commands/${act}`;
      const route = kind === 'org' ? `POST ${path}` : `POST /v1/${pluralOf(kind)}/{id}/commands/${act}`;
      const match = { 'if-match': `"${stream}:${NO_VERSION}"` };
      // The organisation's address names no stream: it is the asker's own, and its commands ask for no version.
      const headers = { ...newKey(), ...(kind === 'org' ? {} : match) };
      return { name: route + which, route, wish: { method: 'POST', path, headers, body } };
    });
  });

const resources = (scene: Scene): readonly Probe[] =>
  Object.entries(scene.streams).flatMap(([what, stream]) => {
    const [kind = ''] = stream.split('/');
    const path = addressOf(stream);
    const route = kind === 'org' ? 'GET /v1/org' : `GET /v1/${pluralOf(kind)}/{id}`;
    const found = [{ name: route + what.slice(kind.length), route, wish: { method: 'GET', path } }];
    if (kind !== 'case') return found;
    const history = 'GET /v1/cases/{id}/history';
    return [...found, { name: history, route: history, wish: { method: 'GET', path: `${path}/history` } }];
  });

const texts = ({ streams, texts: cited }: Scene): readonly Probe[] =>
  Object.entries(cited).map(([what, hash]) => {
    const route = 'GET /v1/{resource}/{id}/texts/{hash}';
    const path = `${addressOf(streams[what] ?? '')}/texts/${hash}`;
    return { name: `${route} · ${what.replace(' · ', ' ')}`, route, wish: { method: 'GET', path } };
  });

/** What is aimed at nothing, or makes something. */
export function looseProbes({ streams }: Scene, signingIn: (asker: Asker) => object): readonly Probe[] {
  const get = (path: string): Probe => ({
    name: `GET ${path}`,
    route: `GET ${path}`,
    wish: { method: 'GET', path },
  });
  const post = (path: string, body: object): Probe => ({
    name: `POST ${path}`,
    route: `POST ${path}`,
    wish: { method: 'POST', path, headers: newKey(), body },
  });
  const caseId = (streams['case'] ?? '').slice('case/'.length);
  return [
    ...[
      '/health/live',
      '/health/ready',
      '/v1/me',
      '/v1/obligations',
      '/v1/cases',
      '/v1/procedures',
      '/v1/stream',
    ].map(get),
    { ...post('/v1/sessions', {}), bodyFor: signingIn },
    post('/v1/texts', { content: '一份文稿' }),
    // The first login of every institution is taken.
    post('/v1/persons', { name: '某人', login: 'admin', password: 'small-password' }),
    post('/v1/procedures', { definition: { id: 'unsound' }, document: null }),
    post('/v1/cases', { title: '未发布程序', procedure: 'unpublished', scheme: NO_TEXT }),
    post('/v1/meetings', {
      case: caseId,
      stage: 'chapters',
      at: '2026-01-05T01:00:00.000Z',
      place: '会议室',
    }),
  ];
}
