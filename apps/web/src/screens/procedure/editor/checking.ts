import {
  checkProcedure,
  compileProcedure,
  fieldWords,
  readDefinition,
  stagesOf,
  type Definition,
  type ProcedureFault,
  type Staffing,
} from '@mouding/core';

/** One thing to mend: what, and the place on the page where it is mended. */
export interface Finding {
  readonly zh: string;
  readonly en: string;
  /** `stage: outcome` one behind the other; empty where no path leads to it. */
  readonly path: readonly string[];
  readonly place: Place | null;
  /** Whether it may be published all the same: posts can be made afterwards. */
  readonly isSoft: boolean;
  /** The rules that ask for more, where it is a hint. */
  readonly basis?: string;
}

/** A card of the editor. */
export interface Place {
  readonly anchor: string;
  readonly title: string;
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly states: number;
  readonly transitions: number;
}

/** Everything that the core says of a definition, each with the card where it is mended. */
export function checked(definition: Definition, org: Staffing | null): Checked {
  const read = readDefinition(definition);
  if ('faults' in read) {
    const findings = read.faults.map(({ at, zh, en }): Finding => {
      const place = placeAt(definition, at);
      const said = unreadable(at, place, { zh, en });
      return { ...said, path: [], place, isSoft: false };
    });
    return { findings, states: 0, transitions: 0 };
  }
  return explored(read.definition, org);
}

function explored(definition: Definition, org: Staffing | null): Checked {
  try {
    const report = checkProcedure(compileProcedure(definition), org ?? undefined);
    const faults = report.faults.map((fault) => ({
      zh: fault.zh,
      en: fault.en,
      path: fault.path,
      place: placeOf(definition, fault),
      isSoft: fault.rule === 'post-nobody-holds',
    }));
    const hints = report.advice.map((hint) => ({
      zh: hint.zh,
      en: hint.en,
      path: [],
      place: placeOf(definition, hint),
      isSoft: true,
      basis: hint.basis,
    }));
    return { findings: [...faults, ...hints], states: report.states, transitions: report.transitions };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      findings: [{ zh: said, en: said, path: [], place: null, isSoft: false }],
      states: 0,
      transitions: 0,
    };
  }
}

const CHINESE = /\p{Script=Han}/u;

/** The core's own sentences say what is wrong; a field that does not fit is named instead. */
function unreadable(
  at: string,
  place: Place | null,
  said: { zh: string; en: string },
): { zh: string; en: string } {
  if (CHINESE.test(said.zh)) return { zh: place ? `“${place.title}”${said.zh}` : said.zh, en: said.en };
  const field = fieldWords(
    at
      .split('.')
      .filter((part) => !/^\d+$/u.test(part))
      .pop() ?? '',
  );
  const where = place ? `“${place.title}”` : '';
  return { zh: `${where}的“${field.zh}”未填写或填写有误`, en: `${field.en}: ${said.en}` };
}

const stagePlace = ({ id, title }: { readonly id: string; readonly title: string }): Place => ({
  anchor: `card-${id}`,
  title,
});

/** Places are `steps.3.together.0.window`, `bodies.key.title`, or begin with the id of a stage. */
function placeAt(definition: Definition, at: string): Place | null {
  const [head = '', next = ''] = at.split('.');
  const stage = stagesOf(definition).find(({ id }) => id === head);
  if (stage) return stagePlace(stage);
  const places: { readonly [part: string]: () => Place | null } = {
    steps: () => stepPlace(definition, Number(next)),
    bodies: () => ({ anchor: `card-body-${next}`, title: definition.bodies[next]?.title ?? next }),
    chapters: () => ({ anchor: 'chapters', title: `${Number(next) + 1}` }),
  };
  return places[head]?.() ?? null;
}

function stepPlace({ steps }: Definition, n: number): Place | null {
  const step = steps[n];
  return step ? stagePlace(step) : null;
}

/** The card of a fault that the walk found: the end of its path, or what its sentence names. */
function placeOf(definition: Definition, { path, zh }: Pick<ProcedureFault, 'path' | 'zh'>): Place | null {
  const last = path[path.length - 1]?.split(': ')[0];
  const named = [
    ...(last === undefined ? [] : [last]),
    ...[...zh.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name),
  ];
  for (const name of named) {
    const place = placeNamed(definition, name);
    if (place) return place;
  }
  return null;
}

function placeNamed(definition: Definition, name: string): Place | null {
  const stage = [...stagesOf(definition), ...definition.steps].find(({ title }) => title === name);
  if (stage) return stagePlace(stage);
  const body = Object.entries(definition.bodies).find(([, { title }]) => name.startsWith(title));
  if (body) return { anchor: `card-body-${body[0]}`, title: body[1].title };
  const chapter = definition.chapters.find(({ lead, owners, support }) =>
    [lead, ...owners, ...support].includes(name),
  );
  return chapter ? { anchor: 'chapters', title: chapter.title } : null;
}
