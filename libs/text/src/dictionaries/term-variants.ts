import type { Said } from '../checkup/rule.ts';

/** Spellings of one thing: a text uses one of them throughout. */
export interface Variants {
  readonly forms: readonly RegExp[];
  readonly names: readonly string[];
  readonly rule: 'TERM_INCONSISTENT' | 'NAME_INCONSISTENT';
  readonly note: Said;
}

/**
 * Only pairs that mean the same in a hospital's plan. 制定 and 制订, 截至 and 截止, 智慧 and 智能 differ in meaning and
 * are not here.
 *
 * @source 《第一批异形词整理表》（GF 1001-2001）; 国家卫生健康委文件用语
 */
export const TERM_VARIANTS: readonly Variants[] = [
  variants('其他', /其他/gu, '其它', /其它/gu),
  variants('互联网+医疗健康', /互联网[+＋]医疗健康/gu, '互联网+健康医疗', /互联网[+＋]健康医疗/gu),
  variants('DRG', /DRG(?!s)/gu, 'DRGs', /DRGs/gu),
  variants('图像', /图像/gu, '图象', /图象/gu),
  variants('唯一', /唯一/gu, '惟一', /惟一/gu),
  variants('身份', /身份/gu, '身分', /身分(?!别)/gu),
  variants('人才', /人才/gu, '人材', /人材/gu),
  variants(
    '新型冠状病毒感染',
    /新型冠状病毒感染|新冠病毒感染/gu,
    '新型冠状病毒肺炎',
    /新型冠状病毒肺炎|新冠肺炎/gu,
  ),
  variants('平方米', /平方米/gu, '㎡', /㎡|m²|m2/gu),
  names('职能科室', /职能科室/gu, '职能科', /职能科(?!室)/gu, '职能处室', /职能处室/gu),
  names('党政综合办公室', /党政综合办公室/gu, '党政综合办', /党政综合办(?!公)/gu),
  names('医保办', /医保办(?!理)/gu, '医保科', /医保科/gu, '医疗保险科', /医疗保险科/gu),
  names('人事科', /(?<lead>^|[^织])人事科/gu, '组织人事科', /组织人事科/gu, '人力资源部', /人力资源部/gu),
  names('信息科', /信息科(?!学|技)/gu, '信息中心', /信息中心/gu, '信息处', /信息处(?!理)/gu),
  names('科教科', /科教科/gu, '科研教学科', /科研教学科/gu, '教科科', /教科科/gu),
];

function variants(...parts: readonly (string | RegExp)[]): Variants {
  return made('TERM_INCONSISTENT', parts, {
    zh: '同一事物全文应用同一写法',
    en: 'one thing has one spelling',
  });
}

function names(...parts: readonly (string | RegExp)[]): Variants {
  return made('NAME_INCONSISTENT', parts, {
    zh: '同一部门全文应用同一名称',
    en: 'one department has one name',
  });
}

function made(rule: Variants['rule'], parts: readonly (string | RegExp)[], note: Said): Variants {
  const forms = parts.filter((part) => part instanceof RegExp);
  return { rule, note, forms, names: parts.filter((part) => typeof part === 'string') };
}
