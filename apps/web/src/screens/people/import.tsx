import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { checkPersonsSheet } from '../../api/generated/sdk.gen.ts';
import type { StaffCheck } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import { IMPORT } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { ImportTable } from './import-table.tsx';
import { opensAccountsAs } from './queries.ts';
import { useImport, type Done, type Given, type RowDone } from './use-import.ts';
import '../admin/form/form.css';
import './people.css';

/** 导入人员名册: a sheet is read, every row is compared, and only then is anything done. */
export function ImportPeople() {
  const words = useSaid(IMPORT);
  const importing = useImport();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (file: File) => dataOf(checkPersonsSheet({ body: file })),
    onMutate: importing.forget,
  });
  return (
    <Page title={words.title} aside={<a href="/v1/persons/sheet">{words.template}</a>}>
      <p>{words.how}</p>
      <FileDrop
        accept=".xlsx"
        hint={words.hint}
        isBusy={isPending || importing.isAtWork}
        onFile={(file) => mutate(file)}
      />
      <p role="status">{isPending && words.reading}</p>
      {error && <FailureState error={error} />}
      {data && <Found check={data} importing={importing} />}
    </Page>
  );
}

interface FoundProps {
  readonly check: StaffCheck;
  readonly importing: ReturnType<typeof useImport>;
}

const STATES = ['new', 'changed', 'same', 'invalid'] as const;

function Found({ check: { trouble, rows }, importing }: FoundProps) {
  const words = useSaid(IMPORT);
  const { language } = useSpeech();
  if (trouble)
    return (
      <p role="alert" className="due-late">
        {trouble[language]}
      </p>
    );
  const counts = STATES.map((state) => ({ state, n: rows.filter((row) => row.state === state).length }));
  const invalid = counts[3]?.n ?? 0;
  return (
    <>
      <h2>{words.rows}</h2>
      <ul className="people-counts">
        {counts.map(({ state, n }) => (
          <li key={state} className={n > 0 ? `people-${state}` : 'soft'}>
            {words.counted(words.states[state], n)}
          </li>
        ))}
      </ul>
      {invalid > 0 && <p>{words.invalidLeft(invalid)}</p>}
      <CarryOut rows={rows} importing={importing} />
      <ImportTable rows={rows} done={importing.done} />
    </>
  );
}

interface CarryOutProps {
  readonly rows: StaffCheck['rows'];
  readonly importing: FoundProps['importing'];
}

/** The button, how far it has come, and what it left behind. */
function CarryOut({ rows, importing }: CarryOutProps) {
  const words = useSaid(IMPORT);
  const { done, given, isAtWork, start, stop } = importing;
  const asked = rows.filter(({ state }) => state === 'new' || state === 'changed');
  const left = asked.filter(({ row }) => done.get(row)?.at !== 'done');
  if (asked.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {done.size > 0 && <Progress done={done} all={asked.length} />}
      {isAtWork ? (
        <Button onClick={stop}>{words.stop}</Button>
      ) : (
        <>
          {left.length > 0 && <Go n={left.length} onGo={() => void start(left)} />}
          {given.length > 0 && <Passwords given={given} />}
        </>
      )}
    </>
  );
}

function Progress({ done, all }: { readonly done: ReadonlyMap<number, RowDone>; readonly all: number }) {
  const words = useSaid(IMPORT);
  const at = (which: Done): number => [...done.values()].filter((each) => each.at === which).length;
  const [finished, failed] = [at('done'), at('failed')];
  return (
    <p role="status">
      <progress className="people-progress" aria-label={words.progress} max={all} value={finished + failed} />{' '}
      {words.finished(finished)}
      {failed > 0 && `，${words.failed(failed)}`}
    </p>
  );
}

function Go({ n, onGo }: { readonly n: number; readonly onGo: () => void }) {
  const words = useSaid(IMPORT);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" size="large" onClick={() => setOpen(true)}>
        {words.go(n)}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(opensAccountsAs(me), n)}
        action={words.go(n)}
        acting={{ at: 'rest' }}
        onPress={() => {
          setOpen(false);
          onGo();
        }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** 初始口令表: kept nowhere else. */
function Passwords({ given }: { readonly given: readonly Given[] }) {
  const words = useSaid(IMPORT);
  const rows = [words.columns, ...given.map(({ name, login, password }) => [name, login, password])];
  const text = `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}`;
  return (
    <p>
      <a download="passwords.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}>
        {words.passwords}
      </a>
      <span className="soft"> {words.passwordsWhy}</span>
    </p>
  );
}
