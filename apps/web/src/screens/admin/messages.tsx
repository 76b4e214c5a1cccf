import { MESSAGE_WORDS } from '@mouding/contract';
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { dataOf } from '../../api/answer.ts';
import { failureOf } from '../../api/failure.ts';
import { listMessages, resendMessage } from '../../api/generated/sdk.gen.ts';
import type { ListMessagesResponses, MessageLine } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { ADMIN } from '../../words/admin.ts';
import { dayWords, timeWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { nameIn } from '../../words/person.ts';
import { Table } from '../../ui/table.tsx';
import './form/form.css';
import '../procedure/procedure.css';
import './admin.css';

type State = MessageLine['state'];
const isState = (state: string | null): state is State => state !== null && state in MESSAGE_WORDS;

const messagesQuery = (state: State | null) =>
  infiniteQueryOptions({
    queryKey: ['messages', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      dataOf(
        listMessages({
          query: {
            limit: 50,
            ...(state === null ? {} : { state }),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        }),
      ),
    getNextPageParam: ({ page }) => page.next ?? undefined,
    retry: false,
  });

/** 通知发送情况: what went out, what came back, and sending it again. */
export function Messages() {
  const { messages: words } = useSaid(ADMIN);
  const [wish] = useSearchParams();
  const asked = wish.get('state');
  const state = isState(asked) ? asked : null;
  const query = useInfiniteQuery(messagesQuery(state));
  const failure = query.error ? failureOf(query.error) : null;
  return (
    <Page title={words.title}>
      {failure?.kind === 'problem' && failure.status === 404 ? (
        <EmptyState title={words.only} why="" />
      ) : (
        <Fetched query={query} rows={10}>
          {({ pages }) => <Listed pages={pages} state={state} />}
        </Fetched>
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}

interface ListedProps {
  readonly pages: readonly Listing[];
  readonly state: State | null;
}
type Listing = ListMessagesResponses[200];

function Listed({ pages, state }: ListedProps) {
  const { messages: words } = useSaid(ADMIN);
  const [first] = pages;
  const items = pages.flatMap((page) => page.items);
  const heads = [
    words.state,
    words.kind,
    words.about,
    words.to,
    words.address,
    words.tries,
    words.when,
    words.resend,
  ];
  return (
    <>
      {first && !first.configured && <p className="due-soon">{words.unset}</p>}
      <StateField state={state} counts={first?.counts ?? {}} />
      {items.length === 0 ? (
        <NoMessages isAll={state === null} />
      ) : (
        <Table label={words.title} heads={heads}>
          {items.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </Table>
      )}
    </>
  );
}

function NoMessages({ isAll }: { readonly isAll: boolean }) {
  const { messages: words } = useSaid(ADMIN);
  return (
    <EmptyState title={isAll ? words.none : words.noneSuch} why={isAll ? words.noneWhy : words.noneSuchWhy} />
  );
}

function StateField({ state, counts }: { readonly state: State | null; readonly counts: Listing['counts'] }) {
  const { messages: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const [, setWish] = useSearchParams();
  return (
    <div className="form-field admin-filter">
      <label htmlFor="messages-state">{words.state}</label>
      <select
        id="messages-state"
        value={state ?? ''}
        onChange={({ target }) => setWish(target.value === '' ? {} : { state: target.value })}
      >
        <option value="">{words.all}</option>
        {Object.entries(MESSAGE_WORDS).map(([each, said]) => (
          <option key={each} value={each}>
            {words.counted(said[language], counts[each] ?? 0)}
          </option>
        ))}
      </select>
    </div>
  );
}

function MessageRow({ message }: { readonly message: MessageLine }) {
  const { messages: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const { about, recipient, address, attempts, lastError, updated } = message;
  return (
    <tr>
      <td>{message.words[language]}</td>
      <td className="admin-short">{message.kindWords[language]}</td>
      <th scope="row">{about?.label ?? <span className="soft admin-hidden">{words.hidden}</span>}</th>
      <td className="admin-short">{nameIn(recipient.name, language)}</td>
      <td>
        <span className="admin-short">{address}</span>
        {lastError !== null && <p className="soft">{words.error(lastError)}</p>}
      </td>
      <td className="admin-number">{attempts}</td>
      <td className="admin-short">
        {dayWords(updated, language)} {timeWords(updated)}
      </td>
      <td>
        <Resend message={message} />
      </td>
    </tr>
  );
}

function Resend({ message: { id, state, stands, recipient } }: { readonly message: MessageLine }) {
  const { messages: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => dataOf(resendMessage({ path: { id } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
  if (state !== 'bounced') return null;
  if (!stands) return <span className="soft">{words.over}</span>;
  return (
    <>
      <Button
        loading={isPending}
        aria-label={words.resendOf(nameIn(recipient.name, language))}
        onClick={() => mutate()}
      >
        {words.resend}
      </Button>
      {error && <FailureState error={error} />}
    </>
  );
}
