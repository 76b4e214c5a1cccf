import type { TimelineEntry } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT } from '../../../words/audit.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { momentWords } from '../moment.ts';
import { ROW_PX } from './window.ts';

interface EntryRowProps {
  readonly id: string;
  readonly entry: TimelineEntry;
  readonly place: number;
  readonly isAt: boolean;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One entry: when, what, who, and of what nature. */
export function EntryRow({ id, entry, place, isAt, isChosen, onPress }: EntryRowProps) {
  const { someone } = useSaid(AUDIT);
  const { language } = useSpeech();
  const { idx, at, words, label, actor, how, howWords, ruleWords } = entry;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={isChosen}
      className={`audit-row audit-row-${how}${isAt ? ' audit-row-at' : ''}`}
      style={{ top: place * ROW_PX, height: ROW_PX }}
      onClick={onPress}
    >
      <span role="gridcell" className="audit-row-idx">
        {idx}
      </span>
      <span role="gridcell" className="audit-row-time">
        {momentWords(at, language)}
      </span>
      <span role="gridcell" className="audit-row-what">
        <strong>{words[language]}</strong>
        <span className="clipped soft">{ruleWords?.[language] ?? label}</span>
      </span>
      <span role="gridcell" className="audit-row-who">
        <span className="clipped">{actor.post ?? actor.words[language]}</span>
        <span className="clipped soft">{actor.name ?? (actor.person === null ? '' : someone)}</span>
      </span>
      <span role="gridcell" className="audit-row-how">
        <span className={`tag audit-mark-${how}`}>{howWords[language]}</span>
      </span>
    </div>
  );
}
