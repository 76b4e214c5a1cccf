import { both, type Words } from './words.ts';

/** 指标类型. */
export const INDICATOR_TYPE_WORDS: Words = {
  stock: both('存量', 'stock'),
  'per-year': both('年度量', 'per year'),
  'per-period': both('五年累计量', 'over the period'),
  ratio: both('比率', 'ratio'),
  rank: both('位次', 'rank'),
  increment: both('新增量', 'increment'),
  grade: both('等级', 'grade'),
  relative: both('相对量', 'relative'),
};

/** 延续、调整、新增、取消. */
export const INDICATOR_DISPOSITION_WORDS: Words = {
  continue: both('延续', 'carried on'),
  adjust: both('调整', 'adjusted'),
  new: both('新增', 'new'),
  cancel: both('取消', 'cancelled'),
};

/** Where a row of 指标填报 stands. */
export const INDICATOR_STATUS_WORDS: Words = {
  defined: both('待分配', 'to be assigned'),
  assigned: both('待填报', 'to be filled in'),
  filled: both('已填报，待审核', 'filled in, to be confirmed'),
  returned: both('已退回，待重报', 'sent back'),
  confirmed: both('已核定', 'confirmed'),
};

/** What a place of the text says of a figure. */
export const CITED_WORDS: Words = {
  same: both('一致', 'the same'),
  other: both('不一致', 'another figure'),
  unclear: both('需人工核对', 'to be looked at'),
  lost: both('原处已无', 'not found any more'),
};
