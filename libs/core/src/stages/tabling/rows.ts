import type { ObligationRow, Rows } from '../../rows.ts';
import type { TablingContext, TablingState } from './tabling.ts';

/** The sheet goes from hand to hand; whoever was sent the papers owes to open them. */
export function tablingRows(id: string, { value, context }: TablingState): Rows {
  const { case: caseId, stage, title, renewed } = context;
  return {
    item: {
      kind: 'tabling',
      id,
      case: caseId,
      stage,
      status: value,
      label: `议题申报：${title}${renewed ? '（材料有更新）' : ''}`,
      department: null,
      due: null,
      no: null,
    },
    obligations: owes(value, context).map((owed) => ({ ...owed, case: caseId, due: null })),
  };
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb'>;

function owes(value: TablingState['value'], context: TablingContext): readonly Owed[] {
  switch (value) {
    case 'asked':
    case 'backed':
      return [nextHand(value, context), ...unread(context)];
    case 'changing':
      return [{ name: 'revise', holder: `post:${context.post}`, verb: 'tabling.revise' }, ...unread(context)];
    case 'cleared':
    case 'tabled':
      return unread(context);
    default:
      return [];
  }
}

/** 分管领导 first; then whoever chairs the body. */
const nextHand = (value: 'asked' | 'backed', { sponsor, bodyKey }: TablingContext): Owed =>
  value === 'asked' && sponsor !== null
    ? { name: 'back', holder: `post:${sponsor}`, verb: 'tabling.back' }
    : { name: 'approve', holder: `chair@${bodyKey}`, verb: 'tabling.approve' };

/** After 换稿 it is owed under another name: whoever was told of the old papers is told of the new ones. */
const unread = ({ to, read, reading, renewed }: TablingContext): readonly Owed[] =>
  to
    .filter((post) => reading && !read.includes(post))
    .map((post) => ({
      name: `${renewed ? 'reread' : 'read'}:${post}`,
      holder: `post:${post}`,
      verb: 'tabling.read',
    }));
