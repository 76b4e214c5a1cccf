import { applyOperations, isMisfit, type Operation, type Tree } from '@mouding/text';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MergeView } from '../../../api/generated/types.gen.ts';
import { treeQuery } from '../../../api/queries.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { dayWords, timeWords } from '../../../words/day.ts';
import { EDITING } from '../../../words/editing.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { treeFrom, type Draft } from './draft.ts';
import { mergeQuery } from './queries.ts';
import type { Editing } from './use-editing.ts';

interface MergeProps {
  readonly id: string;
  /** The root of the text as it stands now. */
  readonly current: string;
  readonly editing: Editing;
}

/** Somebody saved while this was being edited: what met nobody is taken over, the rest is chosen clause by clause. */
export function Merge({ id, current, editing }: MergeProps) {
  const words = useSaid(EDITING);
  const merged = useQuery(mergeQuery(id, editing.base, current, editing.operations));
  const newest = useQuery(treeQuery('manuscripts', id, current));
  return (
    <section className="sheet edit-merge" role="alert" aria-label={words.merge.title}>
      <h2>{words.merge.title}</h2>
      <Fetched query={merged} rows={3}>
        {(view) => (
          <Fetched query={newest} rows={3}>
            {(tree) => <Choosing {...{ view, editing, current }} tree={treeFrom(tree)} />}
          </Fetched>
        )}
      </Fetched>
    </section>
  );
}

type Side = 'theirs' | 'ours';
type Conflict = MergeView['conflicts'][number];

interface ChoosingProps {
  readonly view: MergeView;
  readonly tree: Tree;
  readonly current: string;
  readonly editing: Editing;
}

function Choosing({ view: { conflicts }, tree, current, editing }: ChoosingProps) {
  const { merge: words } = useSaid(EDITING);
  const [chosen, setChosen] = useState<{ readonly [node: string]: Side }>({});
  const left = conflicts.filter(({ node }) => chosen[node] === undefined).length;
  const { draft, isWhole } = onto(tree, current, editing.operations, conflicts, chosen);
  return (
    <>
      <p>{conflicts.length === 0 ? words.clean : words.why}</p>
      {conflicts.map((conflict) => (
        <Both
          key={conflict.node}
          conflict={conflict}
          side={chosen[conflict.node]}
          onChoose={(side) => setChosen({ ...chosen, [conflict.node]: side })}
        />
      ))}
      {left > 0 && <p className="due-soon">{words.left(left)}</p>}
      {left === 0 && !isWhole && <p className="due-soon">{words.misfit}</p>}
      <Button type="primary" size="large" disabled={left > 0} onClick={() => editing.replace(draft)}>
        {words.go}
      </Button>
    </>
  );
}

/** My changes on the newest text: without what met another hand, but for the clauses in which mine was chosen. */
function onto(
  tree: Tree,
  current: string,
  operations: readonly Operation[],
  conflicts: readonly Conflict[],
  chosen: { readonly [node: string]: Side },
): { readonly draft: Draft; readonly isWhole: boolean } {
  const met = new Set(conflicts.map(({ node }) => node));
  const rest = operations.filter(({ node }) => node === null || !met.has(node));
  const mine = conflicts.flatMap(({ node, ours }): readonly Operation[] => {
    if (chosen[node] !== 'ours') return [];
    return ours === null ? [{ op: 'remove', node }] : [{ op: 'put', node, text: ours }];
  });
  let now = tree;
  const done: Operation[] = [];
  for (const operation of [...rest, ...mine]) {
    const next = applyOperations(now, [operation]);
    if (isMisfit(next)) continue;
    now = next;
    done.push(operation);
  }
  return { draft: { base: current, operations: done }, isWhole: done.length === rest.length + mine.length };
}

interface BothProps {
  readonly conflict: Conflict;
  readonly side: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function Both({ conflict: { path, base, theirs, ours, by }, side, onChoose }: BothProps) {
  const { merge: words } = useSaid(EDITING);
  const { language } = useSpeech();
  const columns = [
    { name: words.base, text: base },
    { name: words.theirs, text: theirs },
    { name: words.ours, text: ours },
  ];
  const who = by?.post ?? by?.words ?? '';
  return (
    <article aria-label={path}>
      <h3>{path}</h3>
      {by && <p className="soft">{words.by(who, `${dayWords(by.at, language)} ${timeWords(by.at)}`)}</p>}
      <div className="edit-both">
        {columns.map(({ name, text }) => (
          <div key={name}>
            <h4>{name}</h4>
            <p>{text ?? words.gone}</p>
          </div>
        ))}
      </div>
      <div className="edit-tools">
        <Button
          aria-pressed={side === 'theirs'}
          type={side === 'theirs' ? 'primary' : 'default'}
          onClick={() => onChoose('theirs')}
        >
          {words.useTheirs}
        </Button>
        <Button
          aria-pressed={side === 'ours'}
          type={side === 'ours' ? 'primary' : 'default'}
          onClick={() => onChoose('ours')}
        >
          {words.useOurs}
        </Button>
      </div>
    </article>
  );
}
