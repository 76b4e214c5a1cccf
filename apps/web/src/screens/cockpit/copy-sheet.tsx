import { owingText } from '@mouding/core';
import { Button, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseOverview, OwingList } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { URGING } from '../../words/urging.ts';
import { whoOf, type Group } from './lines.ts';
import { OwingPicture } from './owing-picture.tsx';

interface CopySheetProps {
  readonly of: CaseOverview;
  readonly list: OwingList;
  readonly onClose: () => void;
}

const ALL = 'all';

/** 复制到群: text or a picture, both to be seen before they are copied; who copied what is noted, and nothing more. */
export function CopySheet({ of, list, onClose }: CopySheetProps) {
  const words = useSaid(URGING);
  const dialog = useRef<HTMLDialogElement>(null);
  const [what, setWhat] = useState(ALL);
  const [as, setAs] = useState<'text' | 'picture'>('text');
  const groups = list.groups.filter(({ verb }) => what === ALL || verb === what);
  const { press } = useAct({ verb: 'case.note-copied', id: of.id, seen: null });
  const mayNote = of.may.some(({ command, allowed }) => command === 'case.note-copied' && allowed);
  const count = groups.reduce((sum, { owing }) => sum + owing, 0);
  const noted = (): void => {
    if (mayNote) press({ list: what, count });
  };
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet confirm cockpit-copy"
      onClose={onClose}
      aria-label={words.copyTitle}
    >
      <h2>{words.copyTitle}</h2>
      <p className="soft">{words.copyWhy}</p>
      <Choice list={list} what={what} onWhat={setWhat} as={as} onAs={setAs} />
      {as === 'text' ? (
        <TextCopy text={owingText(of.title, list.now, groups.map(forText))} onCopied={noted} />
      ) : (
        <OwingPicture of={of} groups={groups} now={list.now} onCopied={noted} />
      )}
      <div className="bar">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </dialog>
  );
}

const forText = (group: Group) => ({
  stage: group.stage?.title ?? null,
  act: group.words.zh,
  expected: group.expected,
  lines: group.lines.map((line) => ({
    who: whoOf(line),
    label: line.label,
    due: line.due,
    overdue: line.overdue,
  })),
});

interface ChoiceProps {
  readonly list: OwingList;
  readonly what: string;
  readonly onWhat: (what: string) => void;
  readonly as: 'text' | 'picture';
  readonly onAs: (as: 'text' | 'picture') => void;
}

function Choice({ list, what, onWhat, as, onAs }: ChoiceProps) {
  const words = useSaid(URGING);
  const { language } = useSpeech();
  const verbs = new Map(list.groups.map(({ verb, words: said }) => [verb, said[language]]));
  const options = [
    { value: ALL, label: words.all },
    ...[...verbs].map(([value, label]) => ({ value, label })),
  ];
  return (
    <div className="cockpit-choice">
      <select
        className="cockpit-select"
        aria-label={words.what}
        value={what}
        onChange={({ target }) => onWhat(target.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Radio.Group
        value={as}
        onChange={({ target }) => onAs(target.value as 'text' | 'picture')}
        options={[
          { value: 'text', label: words.asText },
          { value: 'picture', label: words.asPicture },
        ]}
      />
    </div>
  );
}

interface TextCopyProps {
  readonly text: string;
  readonly onCopied: () => void;
}

function TextCopy({ text, onCopied }: TextCopyProps) {
  const words = useSaid(URGING);
  const [standing, setStanding] = useState<'rest' | 'copied' | 'not'>('rest');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setStanding('copied');
      onCopied();
    } catch {
      setStanding('not');
    }
  };
  return (
    <>
      <textarea className="cockpit-letter" aria-label={words.asText} readOnly rows={10} value={text} />
      <div className="cockpit-toolbar">
        <Button type="primary" onClick={() => void copy()}>
          {words.copyText}
        </Button>
        <span role="status">
          {standing === 'copied' ? words.copied : standing === 'not' ? words.cannotCopy : ''}
        </span>
      </div>
    </>
  );
}
