import { useQuery } from '@tanstack/react-query';
import { logHeadQuery } from '../../../api/audit.ts';
import type { LogHead } from '../../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fetched } from '../../../ui/fetched.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { momentWords } from '../moment.ts';

/** 最新检查点: what was signed last, and which of the witnesses have signed it. */
export function Newest() {
  const words = useSaid(AUDIT_ASKS);
  const query = useQuery(logHeadQuery);
  return (
    <section className="sheet audit-newest" aria-label={words.head}>
      <h2>{words.head}</h2>
      <p className="soft">{words.headLead}</p>
      <Fetched query={query}>{(head) => <Head head={head} />}</Fetched>
    </section>
  );
}

function Head({ head: { checkpoint, witnesses } }: { readonly head: LogHead }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  if (!checkpoint) return <EmptyState title={words.unsigned} why={words.unsignedWhy} />;
  const { size, root, at, origin } = checkpoint;
  const shown = {
    size: size.toLocaleString(),
    root: <code>{hexOf(root)}</code>,
    at: momentWords(at, language),
    origin: <code>{origin}</code>,
  };
  return (
    <>
      <dl className="audit-dl">
        {Object.entries(words.headSums).map(([name, what]) => (
          <div key={name}>
            <dt>{what}</dt>
            <dd>{shown[name as keyof typeof shown]}</dd>
          </div>
        ))}
      </dl>
      <Witnesses witnesses={witnesses} size={size} />
    </>
  );
}

/** Base64 of a checkpoint in the form in which roots are printed and compared here. */
const hexOf = (base64: string): string =>
  Array.from(atob(base64), (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');

interface WitnessesProps {
  readonly witnesses: LogHead['witnesses'];
  readonly size: number;
}

function Witnesses({ witnesses: { required, handedOut, named }, size }: WitnessesProps) {
  const words = useSaid(AUDIT_ASKS);
  if (named.length === 0) return <p className="audit-note">{words.noWitnesses}</p>;
  const signed = named.filter((one) => one.signed).length;
  const behind = handedOut === null ? words.handedNone : words.handedOut(handedOut);
  return (
    <>
      <p>
        <strong>{required === 0 ? words.quorumNone(signed) : words.quorum(signed, required)}</strong>
      </p>
      <ul className="rows">
        {named.map(({ name, signed: hasSigned }) => (
          <li key={name}>
            <span className="row-title">{name}</span>
            <span>{hasSigned ? `✓ ${words.witnessSigned}` : `— ${words.witnessMissing}`}</span>
          </li>
        ))}
      </ul>
      {handedOut !== size && <p className="audit-note">{behind}</p>}
    </>
  );
}
