/**
 * Series of which a thing is one and no other, so that their numbers add up: a doctor has one title, a project one
 * level. Of 三级手术 and 微创手术 that cannot be said.
 */
export const DISJOINT_SERIES: readonly (readonly string[])[] = [
  ['主任', '副主任', '主治', '住院'],
  ['正高', '副高', '中级', '初级'],
  ['高级', '中级', '初级'],
  ['博士', '硕士', '本科', '大专', '专科', '中专'],
  ['国家级', '省级', '市级', '县级', '区级', '厅级', '院级', '省部级', '市厅级'],
  ['一级', '二级', '三级', '四级'],
  ['特等奖', '一等奖', '二等奖', '三等奖'],
  ['重点项目', '面上项目', '青年科学基金项目', '青年项目', '地区项目', '地区科学基金项目'],
  ['一期', '二期', '三期'],
  ['建设类', '服务类', '设备类', '人才类', '运行类', '信息类'],
];

/** Two that are everything together: who comes to 门急诊 comes to 门诊 or to 急诊. */
export const COMPLEMENTS: readonly (readonly string[])[] = [
  ['门诊', '急诊'],
  ['地上', '地下'],
  ['男', '女'],
];

/** Kinds of institutions, the longer first: a thing is of one of them. */
export const INSTITUTIONS: readonly string[] = [
  '社区卫生服务中心',
  '社区卫生服务站',
  '社区卫生服务机构',
  '公共卫生机构',
  '乡镇卫生院',
  '中心卫生院',
  '卫生院',
  '村卫生室',
  '卫生室',
  '诊所',
  '门诊部',
  '妇幼保健院',
  '医院',
  '学院',
  '中学',
  '小学',
  '院区',
];
