import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { failureOf } from '../../api/failure.ts';
import type { ConformanceReport, HistoryEntry } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Loading } from '../../ui/loading.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech, useWords, type Language } from '../../words/language.tsx';
import { colon, comma } from '../../words/marks.ts';
import { TIMETABLE } from '../../words/timetable.ts';
import { Precheck } from './precheck.tsx';
import { conformanceQuery, historyQuery } from './queries.ts';

/** 程序: what was asked for beside what was done, what stands against the issue, and the history. */
export function Course({ id }: { readonly id: string }) {
  return (
    <>
      <Conformance id={id} />
      <Precheck id={id} />
      <History id={id} />
    </>
  );
}

function Conformance({ id }: { readonly id: string }) {
  const words = useSaid(TIMETABLE);
  const { data, error, refetch } = useQuery(conformanceQuery(id));
  if (data) return <Report id={id} report={data} />;
  if (!error) return <Loading rows={8} />;
  const failure = failureOf(error);
  if (failure.kind === 'problem' && failure.status === 404)
    return <p className="soft">{words.hiddenCourse}</p>;
  return <FailureState error={error} onRetry={() => void refetch()} />;
}

interface ReportProps {
  readonly id: string;
  readonly report: ConformanceReport;
}

function Report({ id, report }: ReportProps) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const found = report.anomalies.filter((each) => each.found.length > 0);
  return (
    <section aria-label={words.course}>
      <h2>{words.course}</h2>
      <div className="sheet dense-scroll" role="region" aria-label={words.course} tabIndex={0}>
        <CourseTable report={report} />
      </div>
      <h3>{words.anomalies}</h3>
      {found.length === 0 && <p>{words.noAnomalies}</p>}
      {found.map((each) => (
        <div key={each.class}>
          <strong>{each.words[language]}</strong>
          <ul>
            {each.found.map((one) => (
              <li key={`${one.rule} ${one.evidence[0]?.index ?? ''}`}>{one.said[language]}</li>
            ))}
          </ul>
        </div>
      ))}
      <h3>{words.notices}</h3>
      {report.notices.length === 0 && <p>{words.noNotices}</p>}
      <ul>
        {report.notices.map(({ said, evidence }) => (
          <li key={`${evidence.index} ${said.zh}`}>{said[language]}</li>
        ))}
      </ul>
      <p>
        <a href={`/v1/cases/${id}/conformance`} target="_blank" rel="noreferrer">
          {words.report}
        </a>
      </p>
    </section>
  );
}

function CourseTable({ report }: Pick<ReportProps, 'report'>) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{words.asked}</th>
          <th scope="col">{words.done}</th>
          <th scope="col">{words.rules}</th>
        </tr>
      </thead>
      <tbody>
        {report.stages.map(({ stage, title, basis, status, rounds, rules }) => (
          <tr key={stage}>
            <th scope="row">
              {title}
              {basis !== null && <span className="soft">{basis}</span>}
            </th>
            <td>
              <strong className={`cockpit-status ${status.code}`}>{status.words[language]}</strong>
              {rounds.map((round) => (
                <Round key={round.round} round={round} many={rounds.length > 1} />
              ))}
            </td>
            <td>
              {byStanding(rules, language).map(([standing, all]) => (
                <div key={standing}>
                  {standing}
                  {colon(language)}
                  {all.join(comma(language))}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Rules = ConformanceReport['stages'][number]['rules'];

/** Which rules were kept, which were not: their names under what is said of them. */
function byStanding(rules: Rules, language: Language): readonly (readonly [string, readonly string[]])[] {
  const standings = new Map<string, string[]>();
  for (const { words: said, kept } of rules) {
    const all = standings.get(kept.words[language]) ?? [];
    standings.set(kept.words[language], [...all, said[language]]);
  }
  return [...standings];
}

interface RoundProps {
  readonly round: ConformanceReport['stages'][number]['rounds'][number];
  readonly many: boolean;
}

function Round({ round: { round, entered, closed, outcome, sum }, many }: RoundProps) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const days = [entered, closed].flatMap((evidence) => (evidence ? [dayWords(evidence.at, language)] : []));
  const parts = [many ? words.rounds(round) : '', outcome?.words ?? '', days.join('—')];
  return (
    <div>
      {parts.filter((part) => part !== '').join(' · ')}
      {sum && <span className="soft"> {sum[language]}</span>}
    </div>
  );
}

function History({ id }: { readonly id: string }) {
  const words = useSaid(TIMETABLE);
  const query = useInfiniteQuery(historyQuery(id));
  return (
    <section aria-label={words.history}>
      <h2>{words.history}</h2>
      <Fetched query={query} rows={6}>
        {({ pages }) => (
          <div
            className="sheet dense-scroll cockpit-tall"
            role="region"
            aria-label={words.history}
            tabIndex={0}
          >
            <Entries items={pages.flatMap(({ items }) => items)} />
          </div>
        )}
      </Fetched>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {words.moreHistory}
        </Button>
      )}
    </section>
  );
}

function Entries({ items }: { readonly items: readonly HistoryEntry[] }) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const { receipt } = useWords();
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{receipt.number}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ idx, at, words: said, label, actor, leafHash }) => (
          <tr key={idx}>
            <td>{`${dayWords(at, language)} ${timeWords(at)}`}</td>
            <th scope="row">
              {said[language]} {label !== null && <span className="soft">{label}</span>}
            </th>
            <td>{actor.words}</td>
            <td>
              <code>{leafHash.slice(0, 8)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
