import { WarningOutlined } from '@ant-design/icons';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { useWords } from '../../words/language.tsx';
import { Propose } from './propose.tsx';

interface OpinionRowProps {
  readonly item: OpinionLine;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** One opinion; opened, with what it is about and what is to become of it. */
export function OpinionRow({ item, isOpen, onOpen }: OpinionRowProps) {
  const { opinions: words } = useWords();
  const { no, from, path, wording, words: status, dispositionWords, sameClause, conflict } = item;
  return (
    <li aria-current={isOpen}>
      <button type="button" className="row-button" aria-expanded={isOpen} onClick={onOpen}>
        <span className="row-title">
          <strong>{`${no}. ${from}`}</strong>
          <span className="soft">{path}</span>
          <span className={isOpen ? undefined : 'clipped'}>{wording ?? words.erased}</span>
        </span>
        <span>{dispositionWords ?? status}</span>
      </button>
      {conflict && (
        <p className="due-soon">
          <WarningOutlined aria-hidden /> {words.conflict(sameClause.join('、'))}
        </p>
      )}
      {isOpen && <Detail item={item} />}
    </li>
  );
}

function Detail({ item }: { readonly item: OpinionLine }) {
  const { opinions: words } = useWords();
  const { quote, proposed, place, reason, draft, changes, traced } = item;
  const lines: readonly (readonly [string, string | null])[] = [
    [words.quote, quote],
    [words.proposed, proposed],
    [words.places[place.kind], place.kind === 'none' ? null : place.now],
    [words.reason, reason],
    [words.draft, draft === null ? null : words.drafted(draft, changes)],
  ];
  return (
    <div className="detail">
      <dl>
        {lines.flatMap(([label, value]) =>
          value === null || value === ''
            ? []
            : [<dt key={label}>{label}</dt>, <dd key={`${label}=`}>{value}</dd>],
        )}
      </dl>
      {!traced && <p className="due-soon">{words.untraced}</p>}
      <Propose item={item} />
    </div>
  );
}
