import type { Tree } from '../../api/generated/types.gen.ts';
import { useWords } from '../../words/language.tsx';

/** A passage about which somebody wants to say something. */
export interface Passage {
  /** Null where the text is not kept by clauses. */
  readonly clause: string | null;
  readonly quote: string;
  /** The heading above it. */
  readonly about: string;
}

interface ClausesProps {
  readonly nodes: Tree['nodes'];
  readonly canSay: boolean;
  readonly onSay: (passage: Passage) => void;
}

const HEADINGS = new Set(['part', 'chapter', 'section']);

/** 征求意见稿, clause by clause; beside each a button to say something about it, or about what is selected in it. */
export function Clauses({ nodes, canSay, onSay }: ClausesProps) {
  const { consultation: words } = useWords();
  let heading = '';
  return (
    <article className="reader">
      {nodes.map(({ id, kind, text }) => {
        const isHeading = HEADINGS.has(kind);
        const about = isHeading ? (heading = shortened(text ?? '')) : heading;
        return (
          <div key={id} className={isHeading ? 'clause clause-heading' : 'clause'} id={id}>
            <p className={isHeading ? 'reader-heading' : undefined}>{text ?? words.erased}</p>
            {canSay && text !== null && (
              <button
                type="button"
                className="plain say"
                onClick={() =>
                  onSay({ clause: id, about: about || words.whole, quote: selectedIn(id, text) })
                }
              >
                {words.say}
              </button>
            )}
          </div>
        );
      })}
    </article>
  );
}

const LONGEST_QUOTE = 2000;
const LONGEST_PLACE = 200;

const shortened = (text: string): string => text.trim().slice(0, LONGEST_PLACE);

/** What is selected within the clause, otherwise the clause itself. */
function selectedIn(id: string, text: string): string {
  const selected = selectionIn(id);
  return (selected !== '' && text.includes(selected) ? selected : text.trim()).slice(0, LONGEST_QUOTE);
}

function selectionIn(id: string): string {
  const selection = getSelection();
  const isHere = selection?.anchorNode?.parentElement?.closest('.clause')?.id === id;
  return isHere ? selection.toString().trim() : '';
}
