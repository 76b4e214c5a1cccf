import { WarningOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { OPINION_DESK } from '../../words/opinion-desk.ts';
import { isLeft } from './clusters.ts';
import { Propose } from './propose.tsx';

interface OpinionRowProps {
  readonly item: OpinionLine;
  readonly isOpen: boolean;
  readonly isPicked: boolean;
  readonly onOpen: () => void;
  readonly onPick: () => void;
  /** Something was proposed for it. */
  readonly onDone: () => void;
}

/** One opinion; opened, with what it is about and what is to become of it. */
export function OpinionRow({ item, isOpen, isPicked, onOpen, onPick, onDone }: OpinionRowProps) {
  const { opinions: words } = useWords();
  const { language } = useSpeech();
  const said = useSaid(OPINION_DESK);
  const { no, from, path, wording, words: status, dispositionWords, sameClause, conflict } = item;
  return (
    <li className="opinions-row" aria-current={isOpen}>
      <span className="opinions-pick">
        {isLeft(item) && <Checkbox checked={isPicked} onChange={onPick} aria-label={said.pick(no)} />}
      </span>
      <button type="button" className="row-button" aria-expanded={isOpen} onClick={onOpen}>
        <span className="row-title">
          <strong>{`${no}. ${from}`}</strong>
          <span className="soft">{path}</span>
          <span className={isOpen ? undefined : 'clipped'}>{wording ?? words.erased}</span>
        </span>
        <span className={isLeft(item) ? 'opinions-open' : 'opinions-done'}>{dispositionWords ?? status}</span>
      </button>
      {conflict && (
        <p className="due-soon opinions-conflict">
          <WarningOutlined aria-hidden /> {words.conflict(sameClause.join(comma(language)))}
        </p>
      )}
      {isOpen && <Detail item={item} onDone={onDone} />}
    </li>
  );
}

function Detail({ item, onDone }: Pick<OpinionRowProps, 'item' | 'onDone'>) {
  const { opinions: words } = useWords();
  const said = useSaid(OPINION_DESK);
  const { stream, quote, proposed, place, reason, draft, changes, traced } = item;
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
      <Propose item={item} onDone={onDone} />
      <Link to={`/${stream.replace('opinion/', 'opinions/')}`}>{said.thing}</Link>
    </div>
  );
}
