import { Button } from 'antd';
import { useState } from 'react';
import { CONSOLE } from '../../words/console.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Asking, Line } from './asking.tsx';
import { VOTES, type Vote } from './entry.ts';
import { mayCorrect } from './corrected.ts';
import { lastVoice } from './room.ts';
import { IN_ROOM, useScene } from './scene.ts';
import { attendanceOf, countsOf, outcomeNow } from './sums.ts';
import { Was } from './was.tsx';

/** 逐项表决: each of those present by name; whoever presides comes last. */
export function NamedVotes() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, room } = useScene();
  const { rule } = thing.data;
  const counts = countsOf(rule, room);
  const would = outcomeNow(rule, attendanceOf(thing.data, room), counts);
  const { post: last, waiting } = lastVoice(room);
  const order = [...room.present].sort((a, b) => Number(a === last) - Number(b === last));
  return (
    <div className="votes-box">
      <h3>{words.votes}</h3>
      <table className="vote-table">
        <tbody>
          {order.map((post) => (
            <VoteRow key={post} post={post} waiting={post === last ? waiting : 0} />
          ))}
        </tbody>
      </table>
      {counts && (
        <p className="sentence">
          {words.counted(counts.yes, counts.no, counts.abstain)}
          {would && rule.decides === 'vote' && (
            <span className="soft">{`　${words.wouldBe}${colon(language)}${language === 'zh' ? would.sum : would.sumEn}`}</span>
          )}
        </p>
      )}
    </div>
  );
}

interface VoteRowProps {
  readonly post: string;
  /** How many must be heard first. */
  readonly waiting: number;
}

function VoteRow({ post, waiting }: VoteRowProps) {
  const words = useSaid(CONSOLE);
  const { room, nameOf } = useScene();
  const { vote: cast, recorded } = room.votes.find((one) => one.post === post) ?? {};
  return (
    <tr>
      <th scope="row">{nameOf(post)}</th>
      <td className="vote-cell">
        {cast === undefined && room.status === 'put' && <Voice post={post} waiting={waiting} />}
        {cast === undefined && room.status !== 'put' && <span className="soft">{words.notVoted}</span>}
        {cast !== undefined && (
          <>
            <strong className={`vote-${cast}`}>{words.vote[cast]}</strong>
            {recorded ? <Correct post={post} was={cast} /> : <span className="soft">{words.ownVote}</span>}
          </>
        )}
        <Was of="vote" post={post} />
      </td>
    </tr>
  );
}

/** The three buttons of one member, and what was said with the vote. */
function Voice({ post, waiting }: VoteRowProps) {
  const words = useSaid(CONSOLE);
  const { entries, nameOf } = useScene();
  const name = nameOf(post);
  const [statement, setStatement] = useState('');
  const vote = (choice: Vote): void => {
    const told = statement.trim() === '' ? {} : { statement: statement.trim() };
    const said = words.saysVote(name, words.vote[choice]);
    entries.note({ verb: 'meeting.record-vote', body: { post, vote: choice, ...told, ...IN_ROOM }, said });
  };
  return (
    <>
      {waiting > 0 && <p className="due-soon vote-last">{words.last(waiting)}</p>}
      <div className="vote-buttons">
        {VOTES.map((choice) => (
          <Button
            key={choice}
            disabled={waiting > 0}
            aria-label={`${words.vote[choice]} ${name}`}
            onClick={() => vote(choice)}
          >
            {words.vote[choice]}
          </Button>
        ))}
        <input
          aria-label={`${words.statement} ${name}`}
          placeholder={words.statement}
          value={statement}
          onChange={({ target }) => setStatement(target.value)}
        />
      </div>
    </>
  );
}

/** 更正: another vote in the place of one that was noted wrongly, with the reason; both stay on the record. */
function Correct({ post, was }: { readonly post: string; readonly was: Vote }) {
  const words = useSaid(CONSOLE);
  const { thing, entries, nameOf } = useScene();
  const [vote, setVote] = useState<Vote>(was);
  const [reason, setReason] = useState('');
  if (!mayCorrect(thing)) return null;
  const send = (): void => {
    const body = { post, vote, reason: reason.trim(), ...IN_ROOM };
    const said = words.saysCorrect(nameOf(post), words.vote[vote]);
    entries.note({ verb: 'meeting.correct-vote', body, said });
    setReason('');
  };
  return (
    <Asking
      isSmall
      label={words.correct}
      about={nameOf(post)}
      action={words.correct}
      canSend={vote !== was && reason.trim() !== ''}
      onSend={send}
    >
      <p className="vote-buttons" role="radiogroup" aria-label={words.votes}>
        {VOTES.map((choice) => (
          <label key={choice} className="vote-radio">
            <input
              type="radio"
              name={`vote-${post}`}
              checked={vote === choice}
              onChange={() => setVote(choice)}
            />
            {words.vote[choice]}
          </label>
        ))}
      </p>
      <Line label={words.correctWhy} value={reason} onWrite={setReason} />
    </Asking>
  );
}
