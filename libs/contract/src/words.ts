import type { z } from 'zod';
import type { Said } from './said.ts';

/** Words of the screen in both languages, by the code word that they stand for. */
export type Words = { readonly [code: string]: z.infer<typeof Said> };

export const both = (zh: string, en: string): z.infer<typeof Said> => ({ zh, en });

/** 身份. */
export const CAPACITY_WORDS: Words = {
  administrator: both('系统管理员', 'administrator'),
  'security-administrator': both('安全管理员', 'security administrator'),
  'security-auditor': both('安全审计员', 'security auditor'),
  office: both('规划办（党政综合办）', 'planning office'),
  'office-director': both('规划办主任', 'director of the planning office'),
  'department-head': both('科室负责人', 'head of department'),
  leader: both('院领导', 'leader'),
  'committee-member': both('委员', 'committee member'),
  delegate: both('职工代表', 'delegate'),
  secretary: both('会议秘书', 'secretary'),
  teller: both('计票人', 'teller'),
  scrutineer: both('监票人', 'scrutineer'),
  auditor: both('审计（纪检）', 'auditor'),
  examiner: both('主管部门经办', 'examiner'),
  clock: both('到期自动', 'clockwork'),
  anonymous: both('不署名', 'unsigned'),
  none: both('无相应身份', 'no capacity'),
  operator: both('系统运维', 'operator'),
};

/** 席位. */
export const ROLE_WORDS: Words = {
  chair: both('主持人', 'chair'),
  deputy: both('副职', 'deputy'),
  member: both('成员', 'member'),
  secretary: both('会议秘书', 'secretary'),
  teller: both('计票人', 'teller'),
  scrutineer: both('监票人', 'scrutineer'),
};

/** The words for a code, or the code itself where none are known. */
export const wordsOf = (table: Words, code: string): z.infer<typeof Said> => table[code] ?? both(code, code);
