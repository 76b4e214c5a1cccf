import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slipSample } from '../paper/samples.ts';
import { openCompiler } from './compiler.ts';
import { facesOf, renamed } from './font-file.ts';
import { fontsFrom, substitutions, type FontRole } from './fonts.ts';

/** Common characters, the signs that fonts forget, and characters of names. */
const PROBES = '的一是在不了有和人这中大为上个国我以要他①②③℃²〔〕—䶮㛃𬭎喆玥堃昇犇燚彧';
const NO_LETTER = '\u{10fff0}';

const conforms = (text: string): boolean => {
  const hands = ['fang', 'kai', 'hei', 'title', 'song'] as const;
  const body = hands.map((font) => ({ kind: 'paragraph' as const, runs: [{ text, font }] }));
  const pdf = openCompiler(fontsFrom(null)).pdf({ ...slipSample, body });
  return Buffer.from(pdf).toString('latin1').includes('pdfaid:part');
};

test('every hand has every character asked for: a paper with a missing one could not be PDF/A', () => {
  expect(conforms(PROBES)).toBe(true);
  expect(conforms(NO_LETTER)).toBe(false);
});

test('without a folder every hand is a free one, and the page says so', () => {
  expect(substitutions(fontsFrom(null))).toContain('仿宋_GB2312 以 Noto Serif SC 代替');
  expect(substitutions(fontsFrom(null))).toHaveLength(6);
});

describe('with a folder of the hospital', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [serif] = facesOf(readFileSync(fontsFrom(null).of.latin.path));

  test('its font is taken by the name inside, whatever the file is called; what is no font is passed over', () => {
    if (serif === undefined) throw new Error('the stand-in has no face');
    writeFileSync(join(folder, 'a.ttf'), renamed(serif, '仿宋_GB2312'));
    writeFileSync(join(folder, 'licence.ttf'), 'no');
    const fonts = fontsFrom(folder);
    const role: FontRole = 'fang';
    expect(fonts.of[role]).toEqual({ path: join(folder, 'a.ttf'), face: 0 });
    expect(substitutions(fonts).join()).not.toContain('仿宋');
    expect(substitutions(fonts)).toHaveLength(5);
  });
});
