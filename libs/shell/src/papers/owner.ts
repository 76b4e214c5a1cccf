import { dayWords } from '@mouding/documents';
import type { House } from './house.ts';

/** A post or a department that has something to do. */
export type Charged = { readonly post: string } | { readonly department: string };

export const chargedWords = (house: House, owner: Charged): string =>
  ('department' in owner ? house.department(owner.department) : house.post(owner.post)) ?? '';

/** 质控科，2026年4月30日前 */
export const ownerWords = (house: House, owner: Charged, due: string): string =>
  `${chargedWords(house, owner)}，${dayWords(due)}前`;
