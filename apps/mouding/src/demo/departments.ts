import type { DepartmentKind } from '@mouding/core';

/** A department with the title and the login of its head. */
export interface DepartmentPlan {
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly head: string;
  readonly login: string;
}

const functional = (name: string, head: string, login: string): DepartmentPlan => ({
  name,
  kind: 'functional',
  head: name + head,
  login,
});
const clinical = (name: string, login: string): DepartmentPlan => ({
  name,
  kind: 'clinical',
  head: `${name}主任`,
  login,
});

/** The departments of the demo hospital: nineteen functional ones and organisations, twelve clinical ones. */
export const departments: readonly DepartmentPlan[] = [
  functional('党政综合办', '主任', 'zhuren'),
  functional('医务科', '科长', 'yiwuke'),
  functional('质控科', '科长', 'zhikongke'),
  functional('财务科', '科长', 'caiwuke'),
  functional('核算科', '科长', 'hesuanke'),
  functional('医保办', '主任', 'yibaoban'),
  functional('基建科', '科长', 'jijianke'),
  functional('总务科', '科长', 'zongwuke'),
  functional('设备科', '科长', 'shebeike'),
  functional('组织人事科', '科长', 'renshike'),
  functional('护理部', '主任', 'hulibu'),
  functional('科教科', '科长', 'kejiaoke'),
  functional('外联与基层指导科', '科长', 'wailianke'),
  functional('信息科', '科长', 'xinxike'),
  functional('中医药传承研究所', '所长', 'yanjiusuo'),
  functional('党建工作办', '主任', 'dangjianban'),
  functional('监察室', '主任', 'jianchashi'),
  { name: '工会', kind: 'organisation', head: '工会主席', login: 'gonghui' },
  { name: '团委', kind: 'organisation', head: '团委书记', login: 'tuanwei' },
  clinical('脾胃病科', 'piweibingke'),
  clinical('肺病科', 'feibingke'),
  clinical('心病科', 'xinbingke'),
  clinical('脑病科', 'naobingke'),
  clinical('肾病科', 'shenbingke'),
  clinical('骨伤科', 'gushangke'),
  clinical('针灸推拿科', 'zhenjiuke'),
  clinical('肛肠科', 'gangchangke'),
  clinical('妇科', 'fuke'),
  clinical('儿科', 'erke'),
  clinical('急诊科', 'jizhenke'),
  clinical('检验科', 'jianyanke'),
];
