import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { itemTitle } from '../meeting/item-title.ts';
import { useMinutesNames } from '../meeting/minutes-names.ts';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { AddPaper } from './add-paper.tsx';
import { Asking, Line } from './asking.tsx';
import { Declare } from './declare.tsx';
import { Decide } from './decide.tsx';
import { Hands } from './hands.tsx';
import { Minutes } from './minutes.tsx';
import { NamedVotes } from './named-votes.tsx';
import { Put } from './put.tsx';
import { useScene } from './scene.ts';
import { attendanceOf, quorumNow } from './sums.ts';

/** The item in hand: what it is, where it stands, and the one thing to do next. */
export function OnTable() {
  const words = useSaid(CONSOLE);
  const { thing, room } = useScene();
  const { rule, item } = thing.data;
  const { text, stage } = itemTitle(item.title);
  return (
    <section className="console-item" aria-label={words.ours}>
      <div className="item-head">
        <h2>{text}</h2>
        <p className="soft">
          {[rule.title, stage, words.status[room.status] ?? room.status].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Steps />
      <Voting />
      <Decide />
      <Declare />
      <Minutes />
      <div className="item-tools">
        <AddPaper />
        <Adjourn />
      </div>
      <CitedTexts plural="meetings" id={thing.id} texts={thing.texts} names={useMinutesNames(thing.data)} />
    </section>
  );
}

/** 宣布开会, then 提请审议. */
function Steps() {
  const words = useSaid(CONSOLE);
  const { thing, sitting, room, entries } = useScene();
  const { need, quorate } = quorumNow(thing.data.rule, attendanceOf(thing.data, room));
  if (room.status === 'open') return <Put />;
  if (room.status !== 'called') return null;
  const no = sitting?.data.items.find(({ meeting }) => meeting === thing.stream)?.no;
  const open = (): void => {
    if (sitting) entries.note({ verb: 'sitting.take-up', id: sitting.id, body: { no }, said: words.open1 });
    else entries.note({ verb: 'meeting.open', body: {}, said: words.open1 });
  };
  const lacking = need - attendanceOf(thing.data, room).present;
  return (
    <p className="step">
      <Button type="primary" size="large" disabled={!quorate} onClick={open}>
        {words.open1}
      </Button>
      {!quorate && <span className="due-soon">{words.lacking(Math.max(0, lacking))}</span>}
    </p>
  );
}

function Voting() {
  const { thing, room } = useScene();
  const { ballot } = thing.data.rule;
  if (room.status !== 'put' && room.status !== 'decided' && room.status !== 'declared') return null;
  if (ballot === 'named') return <NamedVotes />;
  if (ballot === 'hand') return <Hands />;
  return <BoxCount />;
}

/** 无记名投票: where the count of the paper ballots stands, and the counts once both have entered the same. */
function BoxCount() {
  const words = useSaid(CONSOLE);
  const { thing, room } = useScene();
  const id = thing.data.ballot?.split('/')[1];
  const { ballot: counts } = room;
  return (
    <div className="notice-box">
      <p>{words.secret}</p>
      {counts ? (
        <p className="sentence">{words.boxCounted(counts)}</p>
      ) : (
        room.status === 'put' && <p className="due-soon">{words.boxAwaited}</p>
      )}
      {id !== undefined && <Link to={`/ballots/${id}`}>{words.tally}</Link>}
    </div>
  );
}

/** 休会: before the item is put. */
function Adjourn() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { room, sitting, entries } = useScene();
  const [reason, setReason] = useState('');
  if (sitting || (room.status !== 'called' && room.status !== 'open')) return null;
  const send = (): void => {
    entries.note({
      verb: 'meeting.adjourn',
      body: { reason: reason.trim() },
      said: `${words.adjourn}${colon(language)}${reason}`,
    });
    setReason('');
  };
  return (
    <Asking label={words.adjourn} action={words.adjourn} canSend={reason.trim() !== ''} onSend={send}>
      <Line label={words.adjournWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}
