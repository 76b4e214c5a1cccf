import { useQuery } from '@tanstack/react-query';
import { Fetched } from '../../ui/fetched.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { ConfirmText } from './confirm-text.tsx';
import { Found } from './found.tsx';
import { importQuery, type Imported } from './import-query.ts';
import { Outline } from './outline.tsx';
import { Revisions } from './revisions.tsx';
import { can, pluralOf, type Submitted } from './submitted.ts';

interface ImportCheckProps {
  readonly thing: Submitted;
  readonly seen: string | null;
}

/** 导入核对: what was read from the original beside what it says of itself, and what waits for the department. */
export function ImportCheck({ thing, seen }: ImportCheckProps) {
  const { reading } = thing.data;
  const query = useQuery({ ...importQuery(thing), enabled: reading !== null });
  if (reading === null) return null;
  return (
    <Fetched query={query} rows={6}>
      {(view) => <Shown thing={thing} seen={seen} view={view} />}
    </Fetched>
  );
}

function Shown({ thing, seen, view }: ImportCheckProps & { readonly view: Imported }) {
  const words = useSaid(HAND_IN);
  return (
    <section className="handin-import" aria-label={words.import}>
      <header className="handin-head">
        <h2>{words.import}</h2>
        <span className="soft">{view.words}</span>
      </header>
      <Trouble view={view} />
      {view.standing === 'revisions' && can(thing, 'choose-revisions') && (
        <Revisions thing={thing} seen={seen} count={view.revisions} />
      )}
      {view.nodes.length > 0 && (
        <>
          <p>
            {words.importWhy}{' '}
            <a href={`/v1/${pluralOf(thing)}/${thing.id}/files/${view.original.hash}`}>{words.original_}</a>
          </p>
          {view.recognised && <Counts of={view.recognised} />}
          <div className="handin-sides">
            <Outline nodes={view.nodes} />
            <Found view={view} />
          </div>
        </>
      )}
      {view.standing === 'checked' && view.text && can(thing, 'confirm-text') && (
        <ConfirmText thing={thing} seen={seen} text={view.text} />
      )}
    </section>
  );
}

function Trouble({ view: { trouble } }: { readonly view: Imported }) {
  const { language } = useSpeech();
  if (!trouble) return null;
  return (
    <div className="sheet stage handin-back" role="alert">
      <p>
        <strong>{trouble.said[language]}</strong>
      </p>
      <p>{trouble.needs[language]}</p>
    </div>
  );
}

const COUNTED = ['headings', 'clauses', 'tables', 'pictures', 'revisions', 'comments'] as const;

function Counts({ of }: { readonly of: NonNullable<Imported['recognised']> }) {
  const words = useSaid(HAND_IN);
  return (
    <dl className="sheet handin-counts" aria-label={words.counts}>
      {COUNTED.map((what) => (
        <div key={what}>
          <dt>{words.count[what]}</dt>
          <dd>{of[what]}</dd>
        </div>
      ))}
    </dl>
  );
}
