import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import type { Imported } from './import-query.ts';

/** The text as it was recognised: headings by their level and how they were told, tables named, what was put right marked. */
export function Outline({ nodes }: Pick<Imported, 'nodes'>) {
  const words = useSaid(HAND_IN);
  return (
    <div className="sheet handin-outline" tabIndex={0} role="region" aria-label={words.outline}>
      {nodes.map(({ node, kind, depth, text, told, asRead }) => (
        <div key={node} id={node} className={`handin-node handin-depth-${Math.min(depth, 4)}`}>
          {kind === 'table' ? (
            <p>
              <span className="handin-told">{words.table}</span> {text.split('\n')[0]}
            </p>
          ) : (
            <p className={told === null ? undefined : 'handin-heading'}>{text}</p>
          )}
          {told !== null && <span className="handin-told">{words.told[told]}</span>}
          {!asRead && <span className="handin-told">{words.tidied}</span>}
        </div>
      ))}
    </div>
  );
}
