import type { Trail } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Plural } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { resourceQuery, type Resource } from '../../api/resource.ts';
import { trailQuery } from '../../api/trail.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { comparedQuery } from '../../text/compared.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import './compare.css';
import { Comparison } from './comparison.tsx';
import { Exports } from './exports.tsx';
import { Quote } from './quote.tsx';
import type { ChangeRow } from './rows.ts';
import { useBecause } from './use-because.tsx';
import { VersionPickers } from './version-pickers.tsx';

/** P7 红线稿比对: any two versions of a thing's text; by itself the one that was approved last and the current one. */
export function Compare() {
  const { plural = '', id = '' } = useParams();
  const thing = useQuery(resourceQuery(plural, id));
  const trail = useQuery(trailQuery(plural, id));
  return (
    <Fetched query={thing} rows={10}>
      {({ data }) => (
        <Fetched query={trail} rows={10}>
          {(found) => <Chosen plural={plural} thing={data} trail={found} />}
        </Fetched>
      )}
    </Fetched>
  );
}

interface ChosenProps {
  readonly plural: string;
  readonly thing: Resource;
  readonly trail: Trail;
}

function Chosen({ plural, thing, trail }: ChosenProps) {
  const words = useSaid(COMPARE);
  const [asked, ask] = useSearchParams();
  const from = asked.get('from') ?? trail.lastApproved ?? trail.previous;
  const to = asked.get('to') ?? trail.current;
  const back = (
    <Link className="compare-back" to={`/${plural}/${thing.id}`}>
      {words.back}
    </Link>
  );
  return (
    <Page title={words.of(thing.label)} aside={back}>
      {from === null || to === null ? (
        <EmptyState title={words.only} why={words.onlyWhy} />
      ) : (
        <>
          <VersionPickers
            trail={trail}
            from={from}
            to={to}
            onChoose={(a, b) => ask({ from: a, to: b }, { replace: true })}
          />
          <Two plural={plural} thing={thing} trail={trail} from={from} to={to} />
          <Exports plural={plural} id={thing.id} from={from} to={to} />
        </>
      )}
    </Page>
  );
}

interface TwoProps extends ChosenProps {
  readonly from: string;
  readonly to: string;
}

function Two({ plural, thing: { id, stream, may }, trail, from, to }: TwoProps) {
  const { me } = usePresent();
  const before = useQuery(textQuery(plural as Plural, id, from));
  const after = useQuery(textQuery(plural as Plural, id, to));
  const compared = useQuery(comparedQuery({ from, to, before: before.data, after: after.data }));
  const canReturn = may.some(({ command, allowed }) => command === 'chapter.return' && allowed);
  const draft = `${me.person}.${stream}.return`;
  const more = useCallback(
    (row: ChangeRow) => (canReturn ? <Quote row={row} draft={draft} /> : null),
    [canReturn, draft],
  );
  const because = useBecause({ plural, id, trail, from, to });
  return (
    <Fetched query={before} rows={12}>
      {() => (
        <Fetched query={after} rows={12}>
          {(now) => (
            <Fetched query={compared} rows={12}>
              {(found) => (
                <Comparison
                  key={`${from} ${to}`}
                  compared={found}
                  after={now}
                  subject={`${me.person}.${from.slice(0, 16)}.${to.slice(0, 16)}`}
                  more={more}
                  because={because}
                />
              )}
            </Fetched>
          )}
        </Fetched>
      )}
    </Fetched>
  );
}
