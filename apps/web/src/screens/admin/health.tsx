import { PROBLEMS } from '@mouding/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { client } from '../../api/generated/client.gen.ts';
import { listMessages } from '../../api/generated/sdk.gen.ts';
import { Page } from '../../ui/page.tsx';
import { ADMIN } from '../../words/admin.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { semicolon } from '../../words/marks.ts';
import { Table } from '../../ui/table.tsx';
import '../procedure/procedure.css';

interface Ready {
  readonly worker: 'ok' | 'late' | 'unknown';
}

interface Alive {
  readonly problems: { readonly [code: string]: number };
}

const readyQuery = queryOptions({
  queryKey: ['ready'],
  queryFn: () => dataOf(client.get<{ 200: Ready }, unknown>({ url: '/health/ready' })),
  retry: false,
});
const aliveQuery = queryOptions({
  queryKey: ['alive'],
  queryFn: () => dataOf(client.get<{ 200: Alive }, unknown>({ url: '/health/live' })),
  retry: false,
});
const mailQuery = queryOptions({
  queryKey: ['messages', 'counts'],
  queryFn: () => dataOf(listMessages({ query: { limit: 1 } })),
  retry: false,
});
const versionQuery = queryOptions({
  queryKey: ['api-version'],
  queryFn: () =>
    dataOf(client.get<{ 200: { info: { version: string } } }, unknown>({ url: '/api/openapi.json' })),
  retry: false,
  staleTime: Infinity,
});

type Row = readonly [part: string, state: string];

/** 运行情况: what an administrator looks at first; the whole check runs on the server. */
export function Health() {
  const { health: words } = useSaid(ADMIN);
  const ready = useQuery(readyQuery);
  const alive = useQuery(aliveQuery);
  const version = useQuery(versionQuery).data;
  const rows: readonly Row[] = [
    [words.api, ready.isError ? words.down : words.fine],
    ...(ready.data ? [[words.worker, words.workers[ready.data.worker]] as const] : []),
    ...useMailRow(),
    ...(version ? [[words.version, version.info.version] as const] : []),
  ];
  const again = (): void => void Promise.all([ready.refetch(), alive.refetch()]);
  return (
    <Page
      title={words.title}
      aside={
        <Button loading={ready.isFetching} onClick={again}>
          {words.again}
        </Button>
      }
    >
      <Table label={words.title} heads={[words.part, words.state]}>
        {rows.map(([part, state]) => (
          <tr key={part}>
            <th scope="row">{part}</th>
            <td>{state}</td>
          </tr>
        ))}
      </Table>
      <p className="soft">{words.doctor}</p>
      <h2>{words.problems}</h2>
      <Problems problems={alive.data?.problems ?? {}} />
    </Page>
  );
}

/** How sending goes, for whoever may see messages. */
function useMailRow(): readonly Row[] {
  const { health: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const mail = useQuery(mailQuery).data;
  if (!mail) return [];
  const of = (state: string): number => mail.counts[state] ?? 0;
  const said = [
    mail.configured ? words.mailSet : words.mailUnset,
    words.waiting(of('queued')),
    words.bounced(of('bounced')),
    words.noAddress(of('no-address')),
  ];
  return [[words.mail, said.join(semicolon(language))]];
}

const titles: { readonly [code: string]: { readonly title: { readonly zh: string; readonly en: string } } } =
  PROBLEMS;

function Problems({ problems }: Alive) {
  const { health: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const rows = Object.entries(problems).sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return <p>{words.noProblems}</p>;
  return (
    <Table label={words.problems} heads={[words.code, words.times]}>
      {rows.map(([code, times]) => (
        <tr key={code}>
          <th scope="row">{titles[code]?.title[language] ?? words.other}</th>
          <td>{times}</td>
        </tr>
      ))}
    </Table>
  );
}
