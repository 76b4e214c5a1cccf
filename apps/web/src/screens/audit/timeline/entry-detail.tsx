import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../../../api/audit-generated/types.gen.ts';
import { useAuditor } from '../../../audit/at-door.tsx';
import { current } from '../../../audit/letters.ts';
import { AUDIT } from '../../../words/audit.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { momentWords } from '../moment.ts';
import { EntryChange } from './entry-change.tsx';
import { EntryReason } from './entry-reason.tsx';
import type { FiltersHeld } from './use-filters.ts';

interface EntryDetailProps {
  readonly entry: TimelineEntry | null;
  readonly of: string | null;
  readonly filters: FiltersHeld;
  readonly onClose: () => void;
}

/** One entry: what it changed, why, by whom, and the hash that stands for it. */
export function EntryDetail({ entry, of, filters, onClose }: EntryDetailProps) {
  const words = useSaid(AUDIT_TIME);
  return (
    <aside className="audit-detail sheet" aria-label={words.detail} aria-live="polite">
      {entry ? (
        <Detail key={entry.idx} entry={entry} of={of} filters={filters} onClose={onClose} />
      ) : (
        <p className="soft">{words.choose}</p>
      )}
    </aside>
  );
}

interface DetailProps extends EntryDetailProps {
  readonly entry: TimelineEntry;
}

function Detail({ entry, of, filters, onClose }: DetailProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const { letters } = useAuditor();
  const { idx, at } = entry;
  const readsLog = current(letters).some(({ cases, period }) => cases === null && period === null);
  const about = of ?? entry.case;
  return (
    <>
      <h2>{entry.words[language]}</h2>
      <p className="soft">
        {momentWords(at, language)}　{words.heads.idx} {idx}
      </p>
      <NoConduct how={entry.how} />
      <Who entry={entry} />
      {readsLog ? <EntryReason idx={idx} /> : <p className="soft">{words.onlyWhole}</p>}
      {about !== null && idx > 0 && <EntryChange of={about} idx={idx} />}
      <h3>{words.hash}</h3>
      <p className="audit-hash">
        <code>{entry.leafHash}</code>
      </p>
      <div className="audit-links">
        {about !== null && <Link to={`/cases/${about}/state?at=${idx}`}>{words.lookBack}</Link>}
        <Press onPress={() => filters.set('stream', entry.stream)}>{words.oneThing}</Press>
        {entry.actor.person !== null && (
          <Press onPress={() => filters.set('person', entry.actor.person ?? '')}>{words.onePerson}</Press>
        )}
        <Press onPress={() => void navigator.clipboard?.writeText(entry.leafHash)}>{words.copyHash}</Press>
        <Press onPress={onClose}>{words.close}</Press>
      </div>
    </>
  );
}

/** What is no conduct says so. */
function NoConduct({ how }: Pick<TimelineEntry, 'how'>) {
  const words = useSaid(AUDIT_TIME);
  const said: Partial<Record<TimelineEntry['how'], string>> = {
    notice: words.noConduct,
    refusal: words.refused,
  };
  return said[how] === undefined ? null : <p className="audit-note">{said[how]}</p>;
}

interface PressProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const Press = ({ onPress, children }: PressProps) => (
  <button type="button" className="plain audit-plain" onClick={onPress}>
    {children}
  </button>
);

function Who({ entry }: { readonly entry: TimelineEntry }) {
  const words = useSaid(AUDIT_TIME);
  const { someone } = useSaid(AUDIT);
  const { language } = useSpeech();
  const { actor, label, verbWords, howWords, ruleWords } = entry;
  const marks = [
    howWords[language],
    actor.onBehalfOf === null ? '' : words.behalf,
    actor.recordedBy === null ? '' : words.recorded,
  ];
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [words.label, label],
    [words.verb, verbWords?.[language]],
    [words.heads.who, actor.name ?? (actor.person === null ? null : someone)],
    [words.capacity, actor.words[language]],
    [words.post, actor.post],
    [words.heads.how, marks.filter(Boolean).join('，')],
    [words.rule, ruleWords?.[language]],
  ];
  return (
    <dl className="audit-dl">
      {lines.map(
        ([name, said]) =>
          said && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
