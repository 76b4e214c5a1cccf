/**
 * What a post lets its holder be. Words of the screen:
 * administrator 系统管理员 · security-administrator 安全管理员 · security-auditor 安全审计员 · office 规划办（党政综合办）· office-director 规划办主任 · department-head 科室负责人 · leader 院领导 ·
 * committee-member 委员 · delegate 职工代表 · secretary 会议秘书 · teller 计票人 · scrutineer 监票人 ·
 * auditor 审计（纪检）· examiner 主管部门经办 · clock 到期自动 (no person).
 */
export const CAPACITIES = [
  'administrator',
  'security-administrator',
  'security-auditor',
  'office',
  'office-director',
  'department-head',
  'leader',
  'committee-member',
  'delegate',
  'secretary',
  'teller',
  'scrutineer',
  'auditor',
  'examiner',
  'clock',
] as const;

export type CapacityKind = (typeof CAPACITIES)[number];

/** A capacity held by a person at one moment. It comes into a decision as data; the ledger of posts says who holds it. */
export interface Capacity {
  readonly as: CapacityKind;
  readonly person: string | null;
  readonly post: string | null;
  /** For the heir of a department that ended: the one that it stands for here. */
  readonly department: string | null;
  /** 主持工作: the post is vacant, and the person acts in it until somebody is appointed. */
  readonly acting?: true;
  /** 受委托: the person whose post it is, who delegated it. */
  readonly for?: string;
  /** The delegation under which the person acts. */
  readonly delegation?: string;
}

/** 规划办: its people, or its director. */
export const isOffice = ({ as }: Capacity): boolean => as === 'office' || as === 'office-director';

/** Acts of the ledger's own clockwork: a deadline that fell due, a message that arrived from another institution. */
export const CLOCK: Capacity = { as: 'clock', person: null, post: null, department: null };
