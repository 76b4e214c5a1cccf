import { Button } from 'antd';
import type { Problem } from '../../api/generated/types.gen.ts';
import { CONSOLE } from '../../words/console.ts';
import { timeWords } from '../../words/day.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { aside, colon } from '../../words/marks.ts';
import { canRecordInstead, isOpen, isVote, type Entry } from './entry.ts';
import { RecordInstead } from './record-instead.tsx';
import { useScene } from './scene.ts';

/** 登记簿: whether it is all on the record, and every entry with its time and what became of it. */
export function Queue() {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { entries, isOnline } = useScene();
  const waiting = entries.all.filter(isOpen).length;
  const newest = [...entries.all].reverse();
  return (
    <section className="console-queue" aria-label={words.queue}>
      {newest.some(({ state }) => state.at === 'refused') && <Stopped entries={newest} />}
      <details>
        <summary>
          <span className={waiting > 0 || !isOnline ? 'due-soon' : 'soft'} role="status">
            {isOnline ? words.live : words.offline} · {waiting > 0 ? words.waiting(waiting) : words.none}
          </span>
          <span className="queue-name">{words.queue + aside(String(newest.length), language)}</span>
        </summary>
        <p className="soft">{words.queueHint}</p>
        <ol className="queue-list" tabIndex={0} aria-label={words.queue}>
          {newest.map((entry) => (
            <li key={entry.key}>
              <time dateTime={entry.at}>{timeWords(entry.at)}</time> {entry.said}{' '}
              <span className="soft">{words.states[entry.state.at]}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** The entry at which sending stopped, why, and what to do with it. */
function Stopped({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const scene = useScene();
  const entry = entries.find(({ state }) => state.at === 'refused');
  if (entry?.state.at !== 'refused') return null;
  const { basis } = entry.state.problem;
  return (
    <div className="stopped" role="alert">
      <p>{words.stopped}</p>
      <p className="sentence">
        {timeWords(entry.at)} {entry.said}
      </p>
      <OnRecord entry={entry} />
      <p>{sentenceOf(entry.state.problem, language)}</p>
      {basis && <p className="soft">{basis}</p>}
      <div className="asks">
        <Button type="primary" onClick={() => scene.entries.again(entry.key)}>
          {words.again}
        </Button>
        <Button onClick={() => scene.entries.drop(entry.key)}>{words.drop}</Button>
        {canRecordInstead(entry.verb) && <RecordInstead />}
      </div>
    </div>
  );
}

/** What was refused and what would make it possible, each said once. */
const sentenceOf = ({ detail, needs }: Problem, language: Language): string =>
  needs && !detail.includes(needs[language]) ? `${detail}　${needs[language]}` : detail;

/** 记录中: where this machine and the record say something else of one member's vote, both stand here. */
function OnRecord({ entry: { verb, body } }: { readonly entry: Entry }) {
  const words = useSaid(CONSOLE);
  const { language } = useSpeech();
  const { thing, nameOf } = useScene();
  const noted = thing.data.votes.find(({ post }) => post === body.post)?.vote;
  if (verb !== 'meeting.record-vote' || noted === undefined || body.vote === undefined) return null;
  const vote = isVote(noted) ? words.vote[noted] : noted;
  return (
    <>
      <p>
        {words.onRecord + colon(language)}
        <strong>{words.saysVote(nameOf(body.post ?? ''), vote)}</strong>
      </p>
      <p className="soft">{words.onRecordWhy}</p>
    </>
  );
}
