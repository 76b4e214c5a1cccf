import type { Meeting } from '../../api/generated/types.gen.ts';
import { useWords } from '../../words/language.tsx';
import { Gauge } from '../console/gauge.tsx';
import { roomOf } from '../console/room.ts';
import '../console/console.css';

/** 应到、实到: the gauge of the room; of a meeting that was entered afterwards, what its record says. */
export function Quorum({ thing }: { readonly thing: Meeting }) {
  const { meeting: words } = useWords();
  const { data } = thing;
  if (data.attended) return <p>{words.there(data.attended.all, data.attended.present)}</p>;
  const { num, den, inclusive } = data.rule.quorum;
  return (
    <section aria-label={words.attendance} className="meeting-quorum">
      <Gauge data={data} room={roomOf(thing, null, '')} />
      <p className="soft">{words.quorum(num, den, inclusive)}</p>
    </section>
  );
}
