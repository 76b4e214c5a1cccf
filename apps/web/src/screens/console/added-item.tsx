import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { titlesBefore, titlesOf, waitingTitle } from './agenda-titles.ts';
import { Asking, Line } from './asking.tsx';
import { mayCorrect } from './corrected.ts';
import { isOpen } from './entry.ts';
import { useScene } from './scene.ts';
import { WasList } from './was.tsx';

/** 临时议题: those that were added, then those that wait here. In a sitting, its items have numbers of their own. */
export function AddedItems({ after }: { readonly after: number }) {
  const words = useSaid(CONSOLE);
  const { thing, sitting, entries } = useScene();
  const { added } = thing.data;
  const waiting = entries.all.filter((entry) => entry.verb === 'meeting.add-item' && isOpen(entry));
  const said = (no: number, title: string): string =>
    sitting ? words.addedItem(title) : words.item(no, title);
  return (
    <>
      {added.map((no) => (
        <AddedItem key={no} no={no} said={said} />
      ))}
      {waiting.map(({ key, body: { title } }, at) => (
        <li key={key}>
          {said(after + added.length + at + 1, typeof title === 'string' ? title : words.other)}{' '}
          <span className="due-soon">{words.states.waiting}</span>
        </li>
      ))}
    </>
  );
}

interface AddedItemProps {
  readonly no: number;
  readonly said: (no: number, title: string) => string;
}

/** One of them: its title as it was put right last, and what was entered before beside it. */
function AddedItem({ no, said }: AddedItemProps) {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  const { noted, waiting, before } = useTitles(no);
  return (
    <li className="agenda-added">
      <span>
        {said(no, waiting ?? noted ?? words.other)}{' '}
        {waiting !== null && <span className="due-soon">{words.states.waiting}</span>}
      </span>
      {noted !== null && mayCorrect(thing) && <Retitle key={noted} no={no} was={noted} />}
      <WasList all={before} />
    </li>
  );
}

/** The title on the record, the one that waits here, and those before. */
function useTitles(no: number) {
  const { thing, entries } = useScene();
  const noted = titlesOf(thing)[no - 1] ?? null;
  const waiting = waitingTitle(entries.all, no);
  const before = titlesBefore(thing, no).map(({ title, why }) => ({ said: title, why }));
  const replaced = waiting === null || noted === null ? [] : [{ said: noted, why: '' }];
  return { noted, waiting, before: [...before, ...replaced] };
}

const ENDED: ReadonlySet<string> = new Set(['adjourned', 'withdrawn', 'lapsed', 'referred']);

/** 更正名称: with the reason; both titles stay on the record. */
function Retitle({ no, was }: { readonly no: number; readonly was: string }) {
  const words = useSaid(CONSOLE);
  const { room, entries } = useScene();
  const [title, setTitle] = useState(was);
  const [reason, setReason] = useState('');
  if (ENDED.has(room.status)) return null;
  const send = (): void => {
    const body = { no, title: title.trim(), reason: reason.trim() };
    entries.note({ verb: 'meeting.correct-item', body, said: words.saysRetitled(no, body.title) });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correct}
      about={was}
      action={words.correct}
      canSend={title.trim() !== '' && title.trim() !== was && reason.trim() !== ''}
      onSend={send}
    >
      <Line label={words.addItemTitle} value={title} onWrite={setTitle} />
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}
