import type { Company } from '../../play/company.ts';
import { addressOf, newKey, pluralOf, type Wish } from '../../play/http.ts';
import { BODIES, NO_FILE, NO_TEXT, NOBODY } from './bodies.ts';
import type { Asker } from './table.ts';
import { depositProbes } from './deposit-probes.ts';
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
    ...ofKind(scene, 'deposit').flatMap(([, stream]) => depositProbes(stream)),
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

/** What else is asked of a resource of some kinds. */
const MORE: { readonly [kind: string]: (path: string) => readonly Probe[] } = {
  person: (path) => contact(path),
  procedure: (path) => ofProcedure(path),
  indicator: (path) => places(path),
  chapter: (path) => [returns(path, 'chapter', ''), use(path, 'chapter', ''), imported(path, 'chapter', '')],
  meeting: (path) => [dissent(path)],
  manuscript: (path) => [returns(path, 'manuscript', `?chapters=${NOBODY}`), merge(path), ...clauses(path)],
};

/** Of the asker alone; nobody of the scene has said anything with a vote. */
const dissent = (path: string): Probe => {
  const way = 'GET /v1/meetings/{id}/dissent-receipt';
  return { name: way, route: way, wish: { method: 'GET', path: `${path}/dissent-receipt` } };
};

/** What a return would do. */
const returns = (path: string, kind: string, query: string): Probe => {
  const way = `GET /v1/${pluralOf(kind)}/{id}/returns`;
  return { name: way, route: way, wish: { method: 'GET', path: `${path}/returns${query}` } };
};

/** What was recognised in the original: of what came as a text that is said. */
const imported = (path: string, kind: string, which: string): Probe => {
  const route = `GET /v1/${pluralOf(kind)}/{id}/import`;
  return { name: route + which, route, wish: { method: 'GET', path: `${path}/import` } };
};

const resources = (scene: Scene): readonly Probe[] =>
  Object.entries(scene.streams).flatMap(([what, stream]) => {
    const [kind = ''] = stream.split('/');
    const path = addressOf(stream);
    const route = kind === 'org' ? 'GET /v1/org' : `GET /v1/${pluralOf(kind)}/{id}`;
    const found = [{ name: route + what.slice(kind.length), route, wish: { method: 'GET', path } }];
    const more = MORE[kind];
    if (more) return [...found, ...more(path)];
    const which = what.slice(kind.length);
    if (kind === 'contribution') return [...found, use(path, kind, which), imported(path, kind, which)];
    if (kind === 'consultation') return [...found, returnedForm(path)];
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
      below('instructions'),
      below('progress'),
      ...papers(path),
      below('opinions'),
      below('conformance'),
      below('archive'),
      below('precheck'),
      below('indicators'),
      below('indicators/comparison'),
      below('indicators.xlsx'),
      indicatorSheet(path),
      why(path),
      trail(path),
    ];
  });

/** Where the text cites the figures. */
const places = (path: string): readonly Probe[] => {
  const route = 'GET /v1/indicators/{id}/places';
  return [{ name: route, route, wish: { method: 'GET', path: `${path}/places` } }];
};

/** What a filled sheet would change: of what is no sheet, that is said. */
const indicatorSheet = (path: string): Probe => {
  const route = 'POST /v1/cases/{id}/indicators/sheet';
  const bytes = new TextEncoder().encode('不是表格');
  return { name: route, route, wish: { method: 'POST', path: `${path}/indicators/sheet`, bytes } };
};

/** Papers that can be printed of a case, and one that is for those who read everything. */
const papers = (path: string): readonly Probe[] =>
  [
    ['papers', 'papers'],
    ['papers/{file}', 'papers/missing.csv'],
    ['papers/{paper}/pages', 'papers/missing/pages'],
  ].map(([way = '', asked = '']) => {
    const route = `GET /v1/{resource}/{id}/${way}`;
    return { name: route, route, wish: { method: 'GET', path: `${path}/${asked}` } };
  });

/** Whether something could be asked of a case: of what may not be seen, that is not said either. */
const why = (path: string): Probe => {
  const way = 'GET /v1/{resource}/{id}/why';
  return { name: way, route: way, wish: { method: 'GET', path: `${path}/why?command=case.advance` } };
};

/** What became of a case: of what may not be seen, nothing. */
const trail = (path: string): Probe => {
  const way = 'GET /v1/{resource}/{id}/trail';
  return { name: way, route: way, wish: { method: 'GET', path: `${path}/trail` } };
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

/** What would become of changes of a text that nobody has: whoever may ask hears that it is none of the line. */
const merge = (path: string): Probe => {
  const way = 'POST /v1/manuscripts/{id}/merge';
  const wish = { method: 'POST', path: `${path}/merge`, body: { base: NO_TEXT, edits: [] } };
  return { name: way, route: way, wish };
};

/** The clauses of the text of now, and where a clause that it does not have comes from: whoever may ask hears so. */
const clauses = (path: string): readonly Probe[] =>
  ['', '/{node}'].map((below) => {
    const route = `GET /v1/manuscripts/{id}/clauses${below}`;
    const asked = below.replace('{node}', 'n0000000000');
    return { name: route, route, wish: { method: 'GET', path: `${path}/clauses${asked}` } };
  });

/** Where something that was handed in was used. */
const use = (path: string, kind: string, which: string): Probe => {
  const route = `GET /v1/${pluralOf(kind)}/{id}/use`;
  return { name: route + which, route, wish: { method: 'GET', path: `${path}/use` } };
};

/** The opinions in a file that nobody brought: whoever may ask hears so. */
const returnedForm = (path: string): Probe => {
  const route = 'POST /v1/consultations/{id}/returned-form';
  return {
    name: route,
    route,
    wish: { method: 'POST', path: `${path}/returned-form`, body: { file: NO_FILE } },
  };
};

/** Where a person is reached: forgetting what nobody said changes nothing. */
const contact = (path: string): readonly Probe[] =>
  ['GET', 'PUT'].map((method) => {
    const route = `${method} /v1/persons/{id}/contact`;
    const body = method === 'PUT' ? { body: { mail: null } } : {};
    return { name: route, route, wish: { method, path: `${path}/contact`, ...body } };
  });

const texts = ({ streams, texts: cited }: Scene): readonly Probe[] =>
  Object.entries(cited).flatMap(([what, hash]) => {
    const route = 'GET /v1/{resource}/{id}/texts/{hash}';
    const below = addressOf(streams[what] ?? '');
    const wish = { method: 'GET', path: `${below}/texts/${hash}` };
    const text = { name: `${route} · ${what.replace(' · ', ' ')}`, route, wish };
    if (what === 'chapter') return [text, redlineOf(below, what, hash)];
    return what === 'manuscript'
      ? [text, ...trees(below, hash), ...drafts(below, hash), redlineOf(below, what, hash)]
      : [text];
  });

/** The nodes of a text, and what changed since another: since itself nothing. */
const trees = (below: string, root: string): readonly Probe[] =>
  ['', '/changes'].map((more) => {
    const route = `GET /v1/{resource}/{id}/trees/{root}${more}`;
    const query = more === '' ? '' : `?since=${root}`;
    return { name: route, route, wish: { method: 'GET', path: `${below}/trees/${root}${more}${query}` } };
  });

/** The text compared with itself, as a Word file. */
const redlineOf = (below: string, what: string, hash: string): Probe => {
  const route = 'GET /v1/{resource}/{id}/redline.docx';
  const path = `${below}/redline.docx?since=${hash}&text=${hash}`;
  return { name: `${route} · ${what}`, route, wish: { method: 'GET', path } };
};

/** The text as Word files, and a draft in a file that nobody brought: whoever may ask hears so. */
const drafts = (below: string, root: string): readonly Probe[] => {
  const written = [`draft.docx?text=${root}`, `clean.docx?text=${root}`, `checkup?text=${root}`];
  const back = 'POST /v1/manuscripts/{id}/draft';
  return [
    ...written.map((path): Probe => {
      const route = `GET /v1/manuscripts/{id}/${path.replace(/\?.*/, '')}`;
      return { name: route, route, wish: { method: 'GET', path: `${below}/${path}` } };
    }),
    { name: back, route: back, wish: { method: 'POST', path: `${below}/draft`, body: { file: NO_FILE } } },
  ];
};

const files = ({ streams, files: cited = {} }: Scene): readonly Probe[] =>
  Object.entries(cited).map(([what, hash]) => {
    const route = 'GET /v1/{resource}/{id}/files/{hash}';
    const path = `${addressOf(streams[what] ?? '')}/files/${hash}`;
    return { name: `${route} · ${what.replace(' · ', ' ')}`, route, wish: { method: 'GET', path } };
  });
