import type { Trail, TrailText } from '@mouding/contract';
import { useId } from 'react';
import { COMPARE } from '../../words/compare.ts';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { draftIn } from '../../words/marks.ts';

interface VersionPickersProps {
  readonly trail: Trail;
  readonly from: string;
  readonly to: string;
  readonly onChoose: (from: string, to: string) => void;
}

/** Which two versions: each by its number and day, with what became of it. */
export function VersionPickers({ trail: { texts }, from, to, onChoose }: VersionPickersProps) {
  const words = useSaid(COMPARE);
  return (
    <div className="compare-versions">
      <Picker label={words.from} texts={texts} value={from} onChoose={(hash) => onChoose(hash, to)} />
      <span aria-hidden className="compare-arrow">
        →
      </span>
      <Picker label={words.to} texts={texts} value={to} onChoose={(hash) => onChoose(from, hash)} />
    </div>
  );
}

interface PickerProps {
  readonly label: string;
  readonly texts: readonly TrailText[];
  readonly value: string;
  readonly onChoose: (hash: string) => void;
}

function Picker({ label, texts, value, onChoose }: PickerProps) {
  const id = useId();
  const { language } = useSpeech();
  const words = useSaid(COMPARE);
  const said = ({ label: name, at, approved, seen }: TrailText): string =>
    [draftIn(name, language), dayWords(at, language), approved ? words.approved : '', seen ? words.mine : '']
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <div className="compare-picker">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {texts.map((text, i) => (
          <option key={i} value={text.ref.hash}>
            {said(text)}
          </option>
        ))}
      </select>
    </div>
  );
}
