import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { facesOf, namesOf } from './font-file.ts';

/** What a font is for: the four hands of GB/T 9704, 宋体 for page numbers, and western letters and digits. */
export type FontRole = 'fang' | 'kai' | 'hei' | 'title' | 'song' | 'latin';

/** A face to be given to the compiler: which file, and which of the faces in it. */
export interface FontSource {
  readonly path: string;
  readonly face: number;
}

/** The fonts of an installation: plain data, so that another process may load them. */
export interface Fonts {
  readonly of: Readonly<Record<FontRole, FontSource>>;
  /** Asked in this order for a character that the font of the role lacks, names above all (䶮㛃𬭎喆玥堃). */
  readonly rest: readonly FontSource[];
  readonly substituted: readonly { readonly wanted: string; readonly by: string }[];
}

interface Wish {
  readonly role: FontRole;
  readonly wanted: string;
  /** Names that the font files of the makers carry. */
  readonly names: readonly string[];
  readonly standIn: { readonly name: string; readonly file: string };
}

const NOTO_SERIF = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const NOTO_SANS = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

/** The family of 楷体 as official papers ask for it. */
export const KAI = '楷体_GB2312';

const WISHES: readonly Wish[] = [
  {
    role: 'fang',
    wanted: '仿宋_GB2312',
    names: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
    standIn: { name: 'Noto Serif SC', file: NOTO_SERIF },
  },
  {
    role: 'kai',
    wanted: KAI,
    names: [KAI, 'KaiTi_GB2312', '楷体', 'KaiTi'],
    standIn: { name: '霞鹜文楷', file: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff' },
  },
  {
    role: 'hei',
    wanted: '黑体',
    names: ['黑体', 'SimHei'],
    standIn: { name: 'Noto Sans SC', file: NOTO_SANS },
  },
  {
    role: 'title',
    wanted: '方正小标宋简体',
    names: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    standIn: {
      name: 'Noto Serif SC 特粗',
      file: '@expo-google-fonts/noto-serif-sc/800ExtraBold/NotoSerifSC_800ExtraBold.ttf',
    },
  },
  {
    role: 'song',
    wanted: '宋体',
    names: ['宋体', 'SimSun'],
    standIn: { name: 'Noto Serif SC', file: NOTO_SERIF },
  },
  {
    role: 'latin',
    wanted: 'Times New Roman',
    names: ['Times New Roman'],
    standIn: { name: 'Tinos', file: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf' },
  },
];

/**
 * The hospital's licensed fonts of a folder (.ttf, .otf, .ttc, by family name, whatever the files are called), and for
 * each that is missing a free one that comes with the program. Only these faces are ever loaded; fonts of the machine are
 * not looked at, so that a paper looks the same wherever it is made.
 *
 * @param folder null: no licensed fonts
 * @throws Error with the code of the file system when the folder cannot be read; when a font package is not installed
 */
export function fontsFrom(folder: string | null): Fonts {
  const owned = folder === null ? [] : ownedFaces(folder);
  const choices = WISHES.map((wish) => {
    const source = bestOf(owned, wish.names);
    return { wish, source: source ?? { path: installed(wish.standIn.file), face: 0 }, own: source !== null };
  });
  const sourceOf = (role: FontRole): FontSource => {
    const choice = choices.find(({ wish }) => wish.role === role);
    if (choice === undefined) throw new Error(`no font is named for ${role}`);
    return choice.source;
  };
  return {
    of: {
      fang: sourceOf('fang'),
      kai: sourceOf('kai'),
      hei: sourceOf('hei'),
      title: sourceOf('title'),
      song: sourceOf('song'),
      latin: sourceOf('latin'),
    },
    rest: [NOTO_SERIF, NOTO_SANS].map((file) => ({ path: installed(file), face: 0 })),
    substituted: choices.flatMap(({ wish, own }) =>
      own ? [] : [{ wanted: wish.wanted, by: wish.standIn.name }],
    ),
  };
}

/** For the page and the command line: 仿宋_GB2312 以 Noto Serif SC 代替; empty when the hospital's own are all there. */
export function substitutions(fonts: Fonts): readonly string[] {
  return fonts.substituted.map(({ wanted, by }) => `${wanted} 以 ${by} 代替`);
}

interface OwnedFace extends FontSource {
  readonly families: readonly string[];
  readonly regular: boolean;
}

function ownedFaces(folder: string): readonly OwnedFace[] {
  return readdirSync(folder)
    .filter((name) => ['.ttf', '.otf', '.ttc'].includes(extname(name).toLowerCase()))
    .toSorted()
    .flatMap((name) => facesIn(join(folder, name)));
}

/** A file of the folder that is no font is passed over: a licence text named .ttf must not stop the office. */
function facesIn(path: string): readonly OwnedFace[] {
  const bytes = readFileSync(path);
  try {
    return facesOf(bytes).map((face, at) => ({ path, face: at, ...namesOf(face) }));
  } catch {
    return [];
  }
}

function bestOf(owned: readonly OwnedFace[], names: readonly string[]): FontSource | null {
  for (const name of names) {
    const fitting = owned.filter(({ families }) => families.includes(name));
    const best = fitting.find(({ regular }) => regular) ?? fitting[0];
    if (best !== undefined) return { path: best.path, face: best.face };
  }
  return null;
}

/** Found where node would look for the package; what packages export says nothing of font files. */
function installed(file: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(file) ?? [];
  const path = folders.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`the font ${file} is not installed`);
  return path;
}
