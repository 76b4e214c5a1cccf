import { useId, useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Asking, Line } from './asking.tsx';
import { useScene } from './scene.ts';

const EXCEPTIONS = ['none', 'emergency', 'chief'] as const;
type Exception = (typeof EXCEPTIONS)[number];

const bodyOf = (title: string, reason: string, exception: Exception) => ({
  title,
  reason,
  ...(exception === 'none' ? {} : { exception }),
});

/** 加议题: a title, why it cannot wait, and whether it is one of the two exceptions. */
export function AddItem() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const id = useId();
  const { room, entries } = useScene();
  const [title, setTitle] = useState('');
  const [exception, setException] = useState<Exception>('chief');
  const [written, setWritten] = useState<string | null>(null);
  // The exception is a reason; another one is written over it.
  const reason = written ?? words.exceptionReasons[exception];
  const send = (): void => {
    const body = bodyOf(title.trim(), reason.trim(), exception);
    entries.note({ verb: 'meeting.add-item', body, said: `${words.addItem}${colon(language)}${title}` });
    setTitle('');
    setWritten(null);
  };
  return (
    <Asking
      label={words.addItem}
      action={words.addItem}
      disabled={room.status !== 'called' && room.status !== 'open'}
      canSend={title.trim() !== '' && reason.trim() !== ''}
      onSend={send}
    >
      <Line label={words.addItemTitle} value={title} onWrite={setTitle} />
      <p className="console-line">
        <label htmlFor={id}>{words.exception}</label>
        <select id={id} value={exception} onChange={({ target }) => setException(target.value as Exception)}>
          {EXCEPTIONS.map((each) => (
            <option key={each} value={each}>
              {words.exceptions[each]}
            </option>
          ))}
        </select>
      </p>
      <Line label={words.addItemWhy} value={reason} onWrite={setWritten} />
    </Asking>
  );
}
