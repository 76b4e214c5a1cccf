import type { Me } from '../../api/generated/types.gen.ts';

const OWED: readonly string[] = [
  'office',
  'office-director',
  'administrator',
  'security-administrator',
  'security-auditor',
  'auditor',
  'leader',
];

const LETTERS: readonly string[] = [
  'office-director',
  'leader',
  'security-administrator',
  'security-auditor',
  'auditor',
];

const inOwnRight = ({ capacities }: Pick<Me, 'capacities'>, seeing: readonly string[]): boolean =>
  capacities.some(({ as, onBehalfOf }) => onBehalfOf === null && seeing.includes(as));

/** Whether the server tells the reader what nobody handles: nobody else's page asks for it. */
export const seesUnheld = (me: Pick<Me, 'capacities'>): boolean => inOwnRight(me, OWED);

/** Whether the server shows the reader the letters of access. */
export const seesLetters = (me: Pick<Me, 'capacities'>): boolean => inOwnRight(me, LETTERS);
