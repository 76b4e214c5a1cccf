import { valueOf } from '../numeral.ts';
import type { Grade } from './indicator-value.ts';

const HOSPITAL = /^(?:国家)?(?<level>[一二三])级?(?<step>[甲乙丙特])等?(?:医院|中医医院|综合医院)?$/u;
const LEVEL =
  /^(?:通过|达到|保持)?(?:[\p{sc=Han}]{0,10}?(?:测评|评价|水平|应用|等级|成熟度))?(?<level>[0-9]|[一二三四五六七八九])级(?:水平|标准)?(?<side>及?以上)?$/u;
/** @source 国家三级公立医院绩效考核：监测指标考核等级 A++ 至 D */
const LETTERS = ['D', 'C', 'C+', 'C++', 'B', 'B+', 'B++', 'A', 'A+', 'A++'];
const STEPS: Readonly<Record<string, number>> = { 丙: 1, 乙: 2, 甲: 3, 特: 4 };

/** 三级甲等、五级、A+. A bare number is a grade where the row counts in 级. */
export function readGrade(plain: string, unit: string): Grade | null {
  const letter = LETTERS.indexOf(plain);
  if (letter >= 0) return { kind: 'grade', scale: 'letter', rank: letter, bound: 'exact' };
  const hospital = HOSPITAL.exec(plain)?.groups;
  if (hospital) return ofHospital(hospital);
  const level = LEVEL.exec(unit === '级' && /^\d$/u.test(plain) ? `${plain}级` : plain)?.groups;
  return level ? ofLevel(level) : null;
}

type Groups = Readonly<Record<string, string | undefined>>;

const ofHospital = ({ level = '', step = '' }: Groups): Grade => ({
  kind: 'grade',
  scale: 'hospital',
  rank: (valueOf(level) ?? 0) * 10 + (STEPS[step] ?? 0),
  bound: 'exact',
});

const ofLevel = ({ level = '', side }: Groups): Grade => ({
  kind: 'grade',
  scale: 'level',
  rank: valueOf(level) ?? 0,
  bound: side ? 'at-least' : 'exact',
});
