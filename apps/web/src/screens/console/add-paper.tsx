import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { keepPastedText, keepText } from '../../api/generated/sdk.gen.ts';
import type { Tabling } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Asking, Line } from './asking.tsx';
import { useScene } from './scene.ts';

/** 换稿、补发材料: the text is kept at once, the exchange is an entry like any other; whoever was sent the old one is told. */
export function AddPaper() {
  const words = useSaid(CONSOLE);
  const { thing, room, entries, isOnline } = useScene();
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  const [replaces, setReplaces] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    try {
      const paper = await kept(text, html);
      const old = thing.data.papers.find(({ hash }) => hash === replaces) ?? null;
      entries.note({ verb: 'meeting.add-paper', body: { paper, replaces: old }, said: words.addPaper });
      setText('');
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  if (room.status !== 'called' && room.status !== 'open') return null;
  return (
    <>
      <Asking
        label={words.addPaper}
        action={words.send}
        disabled={!isOnline}
        canSend={text.trim() !== ''}
        onSend={() => void send()}
      >
        <Replaced value={replaces} onChoose={setReplaces} />
        <div onPaste={({ clipboardData }) => setHtml(clipboardData.getData('text/html') || null)}>
          <Line label={words.paperText} rows={8} value={text} onWrite={setText} />
        </div>
        <Told />
      </Asking>
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}

/** What was pasted from Word keeps its headings; what was typed is plain. */
const kept = async (text: string, html: string | null) =>
  html === null
    ? (await dataOf(keepText({ body: { content: text } }))).ref
    : (await dataOf(keepPastedText({ body: { html } }))).ref;

interface ReplacedProps {
  readonly value: string;
  readonly onChoose: (hash: string) => void;
}

function Replaced({ value, onChoose }: ReplacedProps) {
  const words = useSaid(CONSOLE);
  const id = useId();
  const { thing } = useScene();
  const titleOf = (hash: string, at: number): string =>
    thing.texts.find((text) => text.hash === hash)?.title ?? words.paper(at + 1);
  return (
    <p className="console-line">
      <label htmlFor={id}>{words.replaces}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words.paperNew}</option>
        {thing.data.papers.map(({ hash }, at) => (
          <option key={hash} value={hash}>
            {titleOf(hash, at)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Who will be told: those to whom the papers were sent beforehand. */
function Told() {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  const id = thing.data.tabling?.split('/')[1];
  const query = useQuery({ ...resourceQuery('tablings', id ?? ''), enabled: id !== undefined });
  const to = (query.data?.data as Tabling | undefined)?.data.to.length ?? 0;
  return <p className="soft">{to > 0 ? words.paperTold(to) : words.paperTold0}</p>;
}
