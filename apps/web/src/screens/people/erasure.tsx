import type { Person as PersonResource } from '../../api/generated/types.gen.ts';
import { ERASURE } from '../../words/erasure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { Decide } from './decide-erasure.tsx';
import { Propose } from './propose-erasure.tsx';

export interface ErasureProps {
  readonly person: PersonResource;
  readonly name: string;
  readonly seen: string | null;
  /** The name of somebody, where the reader may know it. */
  readonly nameOf: (person: string) => string | null;
}

/** 按规定清除个人信息: what it would make unreadable, who proposed it, and who is to carry it out. */
export function Erasure(props: ErasureProps) {
  const words = useSaid(ERASURE);
  const { status } = props.person;
  return (
    <section className="sheet stage people-erasure" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.basis}</p>
      {status === 'erased' ? (
        <p>
          <strong>{words.erased}</strong>
        </p>
      ) : (
        <Ahead {...props} />
      )}
    </section>
  );
}

function Ahead(props: ErasureProps) {
  const words = useSaid(ERASURE);
  return (
    <>
      <p>{words.lead}</p>
      <div className="people-foreseen">
        <List title={words.will} lines={words.goes} />
        <List title={words.keeps} lines={words.stays} />
      </div>
      {props.person.status === 'to-be-erased' ? <Decide {...props} /> : <Offered {...props} />}
    </>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The proposal, or why it cannot be made now. */
function Offered(props: ErasureProps) {
  const words = useSaid(ERASURE);
  const { language } = useSpeech();
  const asked = props.person.may.find(({ command }) => command === 'person.propose-erasure');
  if (asked?.allowed) return <Propose {...props} />;
  if (props.person.status === 'registered') return <p className="soft">{words.inUse}</p>;
  return (
    <p className="soft">
      {words.cannot}
      {asked?.said && colon(language) + asked.said[language]}
    </p>
  );
}
