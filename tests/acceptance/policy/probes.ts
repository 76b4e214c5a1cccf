import type { Company } from '../../play/company.ts';
import { addressOf, newKey, pluralOf, type Wish } from '../../play/http.ts';
import { BODIES, ELSEWHERE, NO_TEXT, NOBODY } from './bodies.ts';
import type { Asker } from './table.ts';
import { unsignedProbes } from './unsigned-probes.ts';

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
  /** An original that the stream of this name cites, by hash. */
  readonly files?: { readonly [what: string]: string };
}

/** No stream comes this far in a test. */
const NO_VERSION = 999_999;

/** Every probe that the scene allows: acts, resources, texts. */
export function probesOf(scene: Scene): readonly Probe[] {
  return [
    ...acts(scene),
    ...resources(scene),
    ...texts(scene),
    ...files(scene),
    ...ofKind(scene, 'consultation').flatMap(([, stream]) => unsignedProbes(stream)),
  ];
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
      const headers = { ...newKey(), ...(kind === 'org' && verb !== 'org.set-security' ? {} : match) };
      return { name: route + which, route, wish: { method: 'POST', path, headers, body } };
    });
  });

/** How it is asked what a return would do. */
const RETURNS: { readonly [kind: string]: string } = { chapter: '', manuscript: `?chapters=${NOBODY}` };

const resources = (scene: Scene): readonly Probe[] =>
  Object.entries(scene.streams).flatMap(([what, stream]) => {
    const [kind = ''] = stream.split('/');
    const path = addressOf(stream);
    const route = kind === 'org' ? 'GET /v1/org' : `GET /v1/${pluralOf(kind)}/{id}`;
    const found = [{ name: route + what.slice(kind.length), route, wish: { method: 'GET', path } }];
    if (kind === 'person') return [...found, ...contact(path)];
    if (kind === 'procedure') return [...found, ...ofProcedure(path)];
    const asked = RETURNS[kind];
    if (asked !== undefined) {
      const way = `GET /v1/${pluralOf(kind)}/{id}/returns`;
      return [...found, { name: way, route: way, wish: { method: 'GET', path: `${path}/returns${asked}` } }];
    }
    if (kind !== 'case') return found;
    const below = (name: string): Probe => {
      const way = `GET /v1/cases/{id}/${name}`;
      return { name: way, route: way, wish: { method: 'GET', path: `${path}/${name}` } };
    };
    return [
      ...found,
      below('history'),
      below('owing'),
      below('submissions'),
      below('conformance'),
      below('precheck'),
      why(path),
    ];
  });

/** Whether something could be asked of a case: of what may not be seen, that is not said either. */
const why = (path: string): Probe => {
  const way = 'GET /v1/{resource}/{id}/why';
  return { name: way, route: way, wish: { method: 'GET', path: `${path}/why?command=case.advance` } };
};

/** What is asked of a procedure: versions side by side, what moving cases would do, and how a case is taken over. */
const ofProcedure = (path: string): readonly Probe[] => [
  ...['diff?from=1&to=1', 'migration?to=1', `roll-back?cases=${NOBODY}`, 'joining?stage=chapters'].map(
    (asked) => {
      const route = `GET /v1/procedures/{id}/${asked.split('?')[0]}`;
      return { name: route, route, wish: { method: 'GET', path: `${path}/${asked}` } };
    },
  ),
  {
    name: 'GET /v1/procedures/{id}/joining/sheet',
    route: 'GET /v1/procedures/{id}/joining/sheet',
    wish: { method: 'GET', path: `${path}/joining/sheet?stage=chapters` },
  },
  {
    name: 'POST /v1/procedures/{id}/joining/check',
    route: 'POST /v1/procedures/{id}/joining/check',
    wish: { method: 'POST', path: `${path}/joining/check`, body: { rows: [] } },
  },
  {
    name: 'POST /v1/procedures/{id}/joining/sheet',
    route: 'POST /v1/procedures/{id}/joining/sheet',
    wish: {
      method: 'POST',
      path: `${path}/joining/sheet?stage=chapters`,
      bytes: new TextEncoder().encode('不是表格'),
    },
  },
];

/** Where a person is reached: forgetting what nobody said changes nothing. */
const contact = (path: string): readonly Probe[] =>
  ['GET', 'PUT'].map((method) => {
    const route = `${method} /v1/persons/{id}/contact`;
    const body = method === 'PUT' ? { body: { mail: null } } : {};
    return { name: route, route, wish: { method, path: `${path}/contact`, ...body } };
  });

const texts = ({ streams, texts: cited }: Scene): readonly Probe[] =>
  Object.entries(cited).map(([what, hash]) => {
    const route = 'GET /v1/{resource}/{id}/texts/{hash}';
    const path = `${addressOf(streams[what] ?? '')}/texts/${hash}`;
    return { name: `${route} · ${what.replace(' · ', ' ')}`, route, wish: { method: 'GET', path } };
  });

const files = ({ streams, files: cited = {} }: Scene): readonly Probe[] =>
  Object.entries(cited).map(([what, hash]) => {
    const route = 'GET /v1/{resource}/{id}/files/{hash}';
    const path = `${addressOf(streams[what] ?? '')}/files/${hash}`;
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
      '/v1/messages',
      '/v1/me/contact',
      '/v1/me/delegations',
      '/v1/org/unheld',
    ].map(get),
    post('/v1/org/preview', { verb: 'org.rename-department', body: { department: NOBODY, name: '无人科' } }),
    {
      name: 'PUT /v1/me/contact',
      route: 'PUT /v1/me/contact',
      wish: { method: 'PUT', path: '/v1/me/contact', body: { mail: null } },
    },
    {
      name: 'POST /v1/messages/{id}/resend',
      route: 'POST /v1/messages/{id}/resend',
      wish: { method: 'POST', path: `/v1/messages/${NOBODY}/resend`, body: {} },
    },
    { ...post('/v1/sessions', {}), bodyFor: signingIn },
    get('/v1/me/sessions'),
    ...['', '/{id}'].map((below) => ({
      name: `DELETE /v1/me/sessions${below}`,
      route: `DELETE /v1/me/sessions${below}`,
      wish: { method: 'DELETE', path: `/v1/me/sessions${below.replace('{id}', NOBODY)}` },
    })),
    // With a password and a code that are nobody's.
    post('/v1/me/password', { current: 'nobody’s password', next: 'a-long-password' }),
    post('/v1/me/second-factor', { password: 'nobody’s password' }),
    post('/v1/me/second-factor/confirmation', { code: '000000' }),
    post('/v1/me/second-factor/removal', { code: '000000' }),
    {
      name: 'POST /v1/me/step-ups/{id}',
      route: 'POST /v1/me/step-ups/{id}',
      wish: { method: 'POST', path: `/v1/me/step-ups/${NOBODY}`, body: { code: '000000' } },
    },
    post('/v1/texts', { content: '一份文稿' }),
    {
      name: 'POST /v1/files',
      route: 'POST /v1/files',
      wish: { method: 'POST', path: '/v1/files', bytes: new TextEncoder().encode('一份原件') },
    },
    // The first login of every institution is taken.
    post('/v1/persons', { name: '某人', login: 'admin', password: 'small-password' }),
    post('/v1/procedures', { definition: { id: 'unsound' }, document: null }),
    post('/v1/cases', { title: '未发布程序', procedure: 'unpublished', scheme: NO_TEXT }),
    post('/v1/cases/joined', {
      title: '未发布程序',
      procedure: 'unpublished',
      scheme: NO_TEXT,
      stage: 'committee',
      manuscript: null,
      earlier: [],
    }),
    post('/v1/tablings', {
      case: caseId,
      stage: 'chapters',
      title: '议题',
      text: NO_TEXT,
      sponsor: null,
    }),
    post('/v1/sittings', { body: 'nobody', at: '2026-01-05T01:00:00.000Z', place: '一楼会议室' }),
    post('/v1/meetings', {
      case: caseId,
      stage: 'chapters',
      at: '2026-01-05T01:00:00.000Z',
      place: '会议室',
    }),
    post('/v1/repairs', {
      case: caseId,
      what: { repair: 'date', stage: 'chapters', from: null, to: '2026-01-05' },
      reason: '理由',
    }),
    post('/v1/repairs/preview', {
      case: caseId,
      what: { repair: 'date', stage: 'chapters', from: null, to: '2026-01-05' },
    }),
    post('/v1/duties', {
      meeting: NOBODY,
      wording: '督办事项',
      owner: { post: NOBODY },
      due: '2099-01-01',
    }),
    post('/v1/meetings/recorded', {
      case: caseId,
      stage: 'chapters',
      at: '2026-01-05T01:00:00.000Z',
      place: '会议室',
      chair: null,
      presentCount: 1,
      outcome: 'passed',
      minutes: null,
      elsewhere: ELSEWHERE,
    }),
  ];
}
