import { Link } from 'react-router';
import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { useScene } from './scene.ts';

/** What a rule keeps from being asked here though the room has done it: the meeting is recorded as it was held (补录). */
export function RecordInstead() {
  const words = useSaid(CONSOLE);
  const { thing } = useScene();
  if (thing.case === null) return null;
  return (
    <span className="record-instead">
      <Link to={`/new/meeting.record?case=${thing.case}`}>{words.recordInstead}</Link>
      <span className="soft">{words.recordInsteadWhy}</span>
    </span>
  );
}
