import { demoAuthority, demoHospital, demoPassword } from './hospital.ts';
import type { InstitutionPlan } from './institution-plan.ts';

/** An account that a newcomer may sign in with. */
export interface DemoAccount {
  readonly role: string;
  readonly roleEn: string;
  readonly login: string;
  readonly password: string;
  /** The code of the institution. */
  readonly institution: string;
}

const account = ({ code }: InstitutionPlan, login: string, role: string, roleEn: string): DemoAccount => ({
  role,
  roleEn,
  login,
  password: demoPassword,
  institution: code,
});

/** One account for each way of taking part; all but the last two of the hospital have something to do on their first screen. */
export const demoAccounts: readonly DemoAccount[] = [
  account(demoHospital, 'office', '规划办（党政综合办）', 'planning office'),
  account(demoHospital, 'zhuren', '规划办主任', 'director of the planning office'),
  account(demoHospital, 'xinxike', '信息科科长', 'head of IT'),
  account(demoHospital, 'piweibingke', '脾胃病科主任', 'head of a clinical department'),
  account(demoHospital, 'fuyuanzhang3', '副院长（中医与信息）', 'vice president, leads chapters'),
  account(demoHospital, 'shuji', '党委书记', 'Party secretary, chairs'),
  account(demoHospital, 'mishu', '会议秘书', 'secretary of the bodies'),
  account(demoHospital, 'daibiao05', '职工代表', 'delegate of the staff congress'),
  account(demoHospital, 'shenji', '审计专员', 'auditor, reads only'),
  account(demoHospital, 'admin', '系统管理员', 'administrator'),
  account(demoAuthority, 'jingban', '市卫健委经办', 'examiner of the authority'),
];
