import { useId, useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { Asking, Line } from './asking.tsx';
import { useScene } from './scene.ts';

const EXCEPTIONS = ['none', 'emergency', 'chief'] as const;
type Exception = (typeof EXCEPTIONS)[number];

/** 加议题: a title, why it cannot wait, and whether it is one of the two exceptions. */
export function AddItem() {
  const words = useSaid(CONSOLE);
  const id = useId();
  const { room, entries } = useScene();
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [exception, setException] = useState<Exception>('chief');
  const send = (): void => {
    const body = {
      title: title.trim(),
      reason: reason.trim(),
      ...(exception === 'none' ? {} : { exception }),
    };
    entries.note({ verb: 'meeting.add-item', body, said: `${words.addItem}：${title}` });
    setTitle('');
    setReason('');
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
      <Line label={words.addItemWhy} value={reason} onWrite={setReason} />
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
    </Asking>
  );
}
