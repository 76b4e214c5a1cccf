import { pathsOf, plainOf } from '@mouding/text';
import type { Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import { settle, unitsOf, type Asked } from './changing.ts';
import { namedAgain } from './gone.ts';
import type { ManuscriptState } from './manuscript.ts';
import { notOlder, rebased, type ClauseConflict } from './rebase.ts';

/** A clause at which two hands met, and where it stands, as a person would cite it. */
export interface ShownConflict extends ClauseConflict {
  readonly path: string;
}

/** What would become of changes that were made on an older text, if they were handed in now. */
export interface MergePreview {
  readonly base: TextRef;
  readonly current: TextRef;
  /** The newest text with every change that met nobody else's. */
  readonly merged: string;
  /** How many of the changes are in it, and how many there are. */
  readonly taken: number;
  readonly asked: number;
  readonly conflicts: readonly ShownConflict[];
}

/** 合并预览: by the computation that the command commits. Nothing is recorded; both texts of a clause are shown. */
export function mergePreview(
  given: Given,
  id: string,
  { base, ...asked }: Asked & { readonly base: TextRef },
): MergePreview | Refusal {
  const context = given.state('manuscript', id)?.context;
  if (!context?.text) return notNow('manuscript.text', '尚无文稿', 'There is no text yet');
  const refusal = unmergeable(context, base, asked);
  if (refusal) return refusal;
  const [was, now] = [given.tree(base), given.tree(context.text)];
  const units = unitsOf(given, was, asked);
  if ('rule' in units) return units;
  const { units: kept, conflicts } = rebased(was, now, units);
  const paths = new Map([...pathsOf(was), ...pathsOf(now)]);
  return {
    base,
    current: context.text,
    merged: kept.length === 0 ? plainOf(now) : settle(given, context.text, kept).after,
    taken: kept.length,
    asked: units.length,
    conflicts: conflicts.map((each) => ({ ...each, path: paths.get(each.node) ?? '' })),
  };
}

/** The base is no older text of this line, or an id is given a second time. */
const unmergeable = (
  context: ManuscriptState['context'],
  base: TextRef,
  { operations = [] }: Asked,
): Refusal | undefined =>
  (sameText(base, context.text) ? undefined : notOlder(context, base)) ??
  namedAgain(context.gone, operations);
