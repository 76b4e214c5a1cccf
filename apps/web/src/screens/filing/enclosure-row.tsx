import { Button } from 'antd';
import { useId } from 'react';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';
import type { Enclosure } from './enclosures.ts';

interface EnclosureRowProps {
  readonly row: Enclosure;
  readonly onChange: (row: Enclosure) => void;
  readonly onRemove: () => void;
}

/** One paper of the package: its title and its words. */
export function EnclosureRow({ row: { title, content }, onChange, onRemove }: EnclosureRowProps) {
  const words = useSaid(FILING);
  const [titleId, contentId] = [useId(), useId()];
  return (
    <li className="filing-enclosure">
      <div className="issue-field">
        <label htmlFor={titleId}>{words.enclosure}</label>
        <input
          id={titleId}
          type="text"
          maxLength={120}
          value={title}
          onChange={({ target }) => onChange({ title: target.value, content })}
        />
      </div>
      <div className="issue-field">
        <label htmlFor={contentId}>{words.content}</label>
        <textarea
          id={contentId}
          rows={3}
          value={content}
          onChange={({ target }) => onChange({ title, content: target.value })}
        />
        <span className="soft">{content === '' ? words.empty : words.ready(content.length)}</span>
      </div>
      <div className="issue-acts">
        <TextFile onText={(text) => onChange({ title, content: text })} />
        <Button onClick={onRemove}>{words.remove}</Button>
      </div>
    </li>
  );
}

function TextFile({ onText }: { readonly onText: (text: string) => void }) {
  const id = useId();
  const words = useSaid(FILING);
  const take = async (file: File | undefined): Promise<void> => {
    if (file) onText(await file.text());
  };
  return (
    <label htmlFor={id} className="filing-file">
      {words.file}
      <input id={id} type="file" accept=".txt,.md" onChange={({ target }) => void take(target.files?.[0])} />
    </label>
  );
}
