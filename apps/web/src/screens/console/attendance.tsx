import { Button } from 'antd';
import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { ROLE_WORDS, wordsOf } from '@mouding/contract';
import { Asking, Line } from './asking.tsx';
import { Gauge } from './gauge.tsx';
import { IN_ROOM, useScene } from './scene.ts';

/** 到会登记: everybody with a vote, one tap each; then who is there without one. */
export function AttendanceList() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room, nameOf } = useScene();
  const others = thing.data.roll.filter(({ post }) => room.seats.every((seat) => seat.post !== post));
  return (
    <section className="console-attendance" aria-label={words.attendance}>
      <h2>{words.attendance}</h2>
      <Gauge data={thing.data} room={room} />
      <ul className="seats">
        {room.seats.map(({ post, role }) => (
          <SeatRow key={post} post={post} role={wordsOf(ROLE_WORDS, role)[language]} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{words.guests}</summary>
          <ul className="seats">
            {others.map(({ post, role }) => (
              <li key={post}>
                {nameOf(post)} <span className="soft">{wordsOf(ROLE_WORDS, role)[language]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const ENDED = new Set(['declared', 'adjourned', 'withdrawn', 'lapsed', 'referred']);

function SeatRow({ post, role }: { readonly post: string; readonly role: string }) {
  const words = useSaid(CONSOLE);
  const { room, nameOf } = useScene();
  const isHere = room.here.includes(post);
  const isRecused = room.recused.includes(post);
  const move = useMove();
  const state = isRecused ? words.recused : isHere ? words.isHere : words.isAway;
  const name = nameOf(post);
  return (
    <li className={isHere ? 'seat seat-here' : 'seat'}>
      <span className="seat-name">
        {name}
        <span className="soft">{` ${role} · ${state}`}</span>
      </span>
      <Button
        className="seat-button"
        type={isHere ? 'default' : 'primary'}
        ghost={!isHere}
        disabled={isRecused || ENDED.has(room.status)}
        aria-label={`${isHere ? words.go : words.come} ${name}`}
        onClick={() => move(post, isHere ? 'leaving' : 'coming')}
      >
        {isHere ? words.go : words.come}
      </Button>
      <Recusal post={post} isRecused={isRecused} />
    </li>
  );
}

/** 到会、离会 are noted in the sitting where the meeting belongs to one. */
function useMove() {
  const words = useSaid(CONSOLE);
  const { sitting, entries, nameOf } = useScene();
  return (post: string, what: 'coming' | 'leaving'): void => {
    const said = what === 'coming' ? words.saysHere(nameOf(post)) : words.saysGone(nameOf(post));
    if (sitting)
      entries.note({ verb: 'sitting.record-attendance', id: sitting.id, body: { post, what, at: '' }, said });
    else entries.note({ verb: 'meeting.record-attendance', body: { post, what, ...IN_ROOM }, said });
  };
}

/** 回避, and taking it back; both need a reason, and both stay on the record. */
function Recusal({ post, isRecused }: { readonly post: string; readonly isRecused: boolean }) {
  const words = useSaid(CONSOLE);
  const { room, entries, nameOf } = useScene();
  const [reason, setReason] = useState('');
  const name = nameOf(post);
  if (room.status !== 'called' && room.status !== 'open') return null;
  const send = (): void => {
    const told = { post, reason: reason.trim() };
    if (isRecused) entries.note({ verb: 'meeting.withdraw-recusal', body: told, said: words.saysBack(name) });
    else
      entries.note({
        verb: 'meeting.record-recusal',
        body: { ...told, ...IN_ROOM },
        said: words.saysRecused(name),
      });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={isRecused ? words.back : words.recuse}
      about={name}
      action={isRecused ? words.back : words.recuse}
      canSend={reason.trim() !== ''}
      onSend={send}
    >
      <Line label={words.reason} value={reason} onWrite={setReason} />
    </Asking>
  );
}
