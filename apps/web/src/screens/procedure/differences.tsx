import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { ProcedureDiff, PublishedProcedure } from '../../api/generated/types.gen.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { diffQuery } from './queries.ts';

/** 版本比较: what is other between two versions, in sentences. */
export function Differences({
  procedure: { id, versions, version },
}: {
  readonly procedure: PublishedProcedure;
}) {
  const words = useSaid(PROCEDURE);
  const [wish] = useSearchParams();
  const from = Number(wish.get('from') ?? Math.max(1, version - 1));
  const query = useQuery(diffQuery(id, from, version));
  if (versions.length < 2) return <p>{words.diff.one}</p>;
  const others = versions.filter((each) => each.version !== version).map((each) => each.version);
  return (
    <>
      <div className="procedure-bar">
        <From from={from} others={others} />
        <p>
          {words.diff.to} {words.version(version)}
        </p>
      </div>
      {from === version ? (
        <p>{words.diff.same}</p>
      ) : (
        <Fetched query={query}>{(diff) => <Changes diff={diff} />}</Fetched>
      )}
    </>
  );
}

function From({ from, others }: { readonly from: number; readonly others: readonly number[] }) {
  const words = useSaid(PROCEDURE);
  const [wish, setWish] = useSearchParams();
  const choose = (value: string): void => {
    wish.set('from', value);
    setWish(wish);
  };
  return (
    <div className="form-field">
      <label htmlFor="diff-from">{words.diff.from}</label>
      <select id="diff-from" value={from} onChange={({ target }) => choose(target.value)}>
        {others.map((each) => (
          <option key={each} value={each}>
            {words.version(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Changes({ diff: { changes } }: { readonly diff: ProcedureDiff }) {
  const words = useSaid(PROCEDURE);
  const { language } = useSpeech();
  if (changes.length === 0) return <p>{words.diff.same}</p>;
  return (
    <>
      <p className="soft">{words.diff.count(changes.length)}</p>
      <ol className="procedure-changes">
        {changes.map((change) => (
          <li key={`${change.at} ${change.zh}`}>{change[language]}</li>
        ))}
      </ol>
    </>
  );
}
