/**
 * Abbreviations by number that official texts put between “ and ”.
 *
 * @source 党和国家文件的通行写法；GB/T 15834-2011 §4.8.3.3 具有特殊含义而需要特别指出的词语
 */
export const QUOTED_TERMS: readonly string[] = [
  '十二五',
  '十三五',
  '十四五',
  '十五五',
  '十六五',
  '四个意识',
  '四个自信',
  '两个维护',
  '两个确立',
  '四个全面',
  '三重一大',
  '三会一课',
  '一岗双责',
];

/** Longer words that begin with one of the above and are written without quotation marks. */
export const NOT_THE_TERM = /^(?:五年|个五|小时|计划生育)/u;
