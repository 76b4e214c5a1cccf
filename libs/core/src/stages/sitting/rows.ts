import type { ObligationRow, Rows } from '../../rows.ts';
import { votingSeats } from '../meeting/roll.ts';
import { hereIn } from './here.ts';
import type { SittingContext, SittingState } from './sitting.ts';

/** After every instant. */
const EVER = '9999-12-31T23:59:59.999Z';

/** Who owes what in a sitting. It belongs to no case: its items do. */
export function sittingRows(id: string, { value, context }: SittingState): Rows {
  const { title, at } = context;
  const owed = { case: null, due: at };
  return {
    item: {
      kind: 'sitting',
      id,
      case: null,
      stage: null,
      status: value,
      label: `${title}（会次）`,
      department: null,
      due: at,
      no: null,
    },
    obligations: [...owes(value, context), ...claims(context)].map((row) => ({ ...owed, ...row })),
  };
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb'>;

function owes(value: SittingState['value'], context: SittingContext): readonly Owed[] {
  const secretary = `secretary@${context.bodyKey}`;
  switch (value) {
    case 'called':
      return [...awaited(context), { name: 'open', holder: secretary, verb: 'sitting.open' }];
    case 'open':
      return [next(context, secretary)];
    default:
      return [];
  }
}

function awaited(context: SittingContext): readonly Owed[] {
  const here = hereIn(context, EVER);
  return votingSeats(context.roll)
    .filter(({ post }) => !here.some((one) => one.post === post))
    .map(({ post }) => ({ name: `arrive:${post}`, holder: `post:${post}`, verb: 'sitting.arrive' }));
}

function next({ items }: SittingContext, holder: string): Owed {
  const item = items.find(({ taken }) => !taken);
  if (!item) return { name: 'adjourn', holder, verb: 'sitting.adjourn' };
  const verb = item.meeting === null ? 'sitting.note-item' : 'sitting.take-up';
  return { name: `item:${item.no}`, holder, verb };
}

const claims = ({ claims: waiting, bodyKey }: SittingContext): readonly Owed[] =>
  waiting.map(({ no }) => ({
    name: `claim:${no}`,
    holder: `chair@${bodyKey}`,
    verb: 'sitting.confirm-attendance',
  }));
