import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { keepPastedText, keepText } from '../../api/generated/sdk.gen.ts';
import type { Tabling } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Asking, Line } from './asking.tsx';
import { useScene } from './scene.ts';
import { useWordFile } from './use-word-file.ts';

/** 换稿、补发材料: the text is kept at once, the exchange is an entry like any other; whoever was sent the old one is told. */
export function AddPaper() {
  const words = useSaid(CONSOLE);
  const { thing, room, entries, isOnline } = useScene();
  const [written, setWritten] = useState<Written>(NOTHING);
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const word = useWordFile(setFailure);
  const replaces = chosen ?? soleOf(thing.data.papers);
  const send = async (): Promise<void> => {
    setFailure(null);
    try {
      const paper = word.read ? word.read.ref : await kept(written);
      const body = { paper, replaces: thing.data.papers.find(({ hash }) => hash === replaces) ?? null };
      entries.note({ verb: 'meeting.add-paper', body, said: words.addPaper });
      setWritten(NOTHING);
      setChosen(null);
      word.drop();
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
        canSend={isReady(word, written)}
        onSend={() => void send()}
      >
        <Replaced value={replaces} onChoose={setChosen} />
        <ByFile word={word} />
        {word.read === null && <ByHand written={written} onWrite={setWritten} />}
        <Told />
      </Asking>
      {failure && <FailureNotice failure={failure} />}
    </>
  );
}

/** Of one paper there is no other that could be meant; none is replaced where there are several and none is chosen. */
const soleOf = (papers: readonly { readonly hash: string }[]): string =>
  papers.length === 1 ? (papers[0]?.hash ?? '') : '';

type Word = ReturnType<typeof useWordFile>;

const isReady = ({ isBusy, read }: Word, { text }: Written): boolean =>
  !isBusy && (read !== null || text.trim() !== '');

/** What was typed or pasted, and, of what was pasted, how it stood in Word. */
interface Written {
  readonly text: string;
  readonly html: string | null;
}
const NOTHING: Written = { text: '', html: null };

interface ByHandProps {
  readonly written: Written;
  readonly onWrite: (change: (before: Written) => Written) => void;
}

function ByHand({ written, onWrite }: ByHandProps) {
  const words = useSaid(CONSOLE);
  const pasted = (html: string): void =>
    onWrite((before) => ({ ...before, html: html === '' ? null : html }));
  return (
    <div onPaste={({ clipboardData }) => pasted(clipboardData.getData('text/html'))}>
      <Line
        label={words.paperText}
        rows={8}
        value={written.text}
        onWrite={(text) => onWrite((before) => ({ ...before, text }))}
      />
    </div>
  );
}

/** The new paper as a file: it is read as soon as it is chosen. */
function ByFile({ word: { isBusy, read, take } }: { readonly word: Word }) {
  const words = useSaid(CONSOLE);
  return (
    <>
      <FileDrop accept=".docx,.doc,.wps" hint={words.paperFile} isBusy={isBusy} onFile={take} />
      <p className="soft" role="status">
        {isBusy && words.paperReading}
        {read && words.paperRead(read.name)}
      </p>
    </>
  );
}

/** What was pasted from Word keeps its headings; what was typed is plain. */
const kept = async ({ text, html }: Written) =>
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
