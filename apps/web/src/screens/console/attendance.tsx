import { Button } from 'antd';
import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { ROLE_WORDS, wordsOf } from '@mouding/contract';
import { Asking, Line } from './asking.tsx';
import { mayCorrect } from './corrected.ts';
import { Gauge } from './gauge.tsx';
import { Recusal } from './recusal.tsx';
import { IN_ROOM, useScene } from './scene.ts';
import { Was } from './was.tsx';

/** 到会登记: everybody with a vote, one tap each; then who is there without one. */
export function AttendanceList() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room, nameOf } = useScene();
  const [wanted, setWanted] = useState('');
  const others = thing.data.roll.filter(({ post }) => room.seats.every((seat) => seat.post !== post));
  const shown = room.seats.filter(({ post }) => nameOf(post).includes(wanted.trim()));
  return (
    <section className="console-attendance" aria-label={words.attendance}>
      <h2>{words.attendance}</h2>
      <Gauge data={thing.data} room={room} />
      {room.seats.length > MANY && <Line label={words.find} value={wanted} onWrite={setWanted} />}
      {shown.length === 0 && <p className="soft">{words.nobody}</p>}
      <ul className={room.seats.length > MANY ? 'seats seats-many' : 'seats'}>
        {shown.map(({ post, role }) => (
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

/** More seats than are seen at a glance. */
const MANY = 20;

const ENDED = new Set(['declared', 'adjourned', 'withdrawn', 'lapsed', 'referred']);

interface SeatProps {
  readonly post: string;
  /** There now; once the resolution is declared, there at the vote. */
  readonly isHere: boolean;
  readonly isRecused: boolean;
}

function SeatRow({ post, role }: { readonly post: string; readonly role: string }) {
  const words = useSaid(CONSOLE);
  const { room, nameOf } = useScene();
  const isOver = room.status === 'declared';
  const isHere = (isOver ? room.present : room.here).includes(post);
  const isRecused = room.recused.includes(post);
  const present = isHere ? words.isHere : words.isAway;
  return (
    <li className={isHere ? 'seat seat-here' : 'seat'}>
      <span className="seat-name">
        {nameOf(post)}
        <span className="soft">{` ${role} · ${isRecused ? words.recused : present}`}</span>
        <Was of="attendance" post={post} />
        <Was of="recusal" post={post} />
      </span>
      {isOver ? (
        !isRecused && <SetRight post={post} isHere={isHere} />
      ) : (
        <Move post={post} isHere={isHere} isRecused={isRecused} />
      )}
      <Recusal post={post} isRecused={isRecused} />
    </li>
  );
}

/** 到会、离会: one tap. */
function Move({ post, isHere, isRecused }: SeatProps) {
  const words = useSaid(CONSOLE);
  const { room, nameOf } = useScene();
  const move = useMove();
  const label = isHere ? words.go : words.come;
  return (
    <Button
      className="seat-button"
      type={isHere ? 'default' : 'primary'}
      ghost={!isHere}
      disabled={isRecused || ENDED.has(room.status)}
      aria-label={`${label} ${nameOf(post)}`}
      onClick={() => move(post, isHere ? 'leaving' : 'coming')}
    >
      {label}
    </Button>
  );
}

/** 更正到会 after the resolution: who was there at the vote, with a reason; the entry before stays beside it. */
function SetRight({ post, isHere }: { readonly post: string; readonly isHere: boolean }) {
  const words = useSaid(CONSOLE);
  const { thing, entries, nameOf } = useScene();
  const [reason, setReason] = useState('');
  const name = nameOf(post);
  if (!mayCorrect(thing)) return null;
  const send = (): void => {
    const what = isHere ? 'leaving' : 'coming';
    const body = { post, what, reason: reason.trim(), ...IN_ROOM } as const;
    const said = isHere ? words.saysWasAway(name) : words.saysWasHere(name);
    entries.note({ verb: 'meeting.record-attendance', body, said });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correct}
      about={name}
      action={isHere ? words.wasAway : words.wasHere}
      canSend={reason.trim() !== ''}
      onSend={send}
    >
      <p className="soft">{words.setRightHint}</p>
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
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
