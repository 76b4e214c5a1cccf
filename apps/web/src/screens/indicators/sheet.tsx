import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { IndicatorSheetCheck } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { FailureNotice, FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { INDICATORS } from '../../words/indicators.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { checkSheet } from './queries.ts';

interface SheetProps {
  readonly caseId: string;
  readonly id: string;
  readonly seen: string | null;
  readonly mayFill: boolean;
}

/** 用表格填报: out, filled elsewhere, back; what changes is seen before anything is recorded. */
export function Sheet({ caseId, id, seen, mayFill }: SheetProps) {
  const words = useSaid(INDICATORS);
  const checking = useMutation({ mutationFn: (file: File) => checkSheet(caseId, file) });
  return (
    <section aria-label={words.sheet}>
      <h2>{words.sheet}</h2>
      <p>
        <a className="indicators-out" href={`/v1/cases/${caseId}/indicators.xlsx`} download>
          {words.out}
        </a>
      </p>
      {mayFill && (
        <>
          <h3>{words.back}</h3>
          <FileDrop
            accept=".xlsx"
            hint={words.backHint}
            isBusy={checking.isPending}
            onFile={(file) => checking.mutate(file)}
          />
        </>
      )}
      {checking.error && <FailureState error={checking.error} />}
      {checking.data && <Checked check={checking.data} id={id} seen={seen} />}
    </section>
  );
}

interface CheckedProps {
  readonly check: IndicatorSheetCheck;
  readonly id: string;
  readonly seen: string | null;
}

function Checked({ check: { faults, changes, body }, id, seen }: CheckedProps) {
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  const { press, acting } = useAct({ verb: 'indicator.fill', id, seen });
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <div className="sheet indicators-checked" role="status">
      {faults.length > 0 && <h3>{words.faults}</h3>}
      <ul>
        {faults.map(({ cell, said }) => (
          <li key={`${cell} ${said.zh}`}>
            {cell !== null && <code>{cell}</code>} {said[language]}
          </li>
        ))}
      </ul>
      <h3>{changes.length === 0 ? words.noChanges : words.changes(changes.length)}</h3>
      {changes.length > 0 && <Changes changes={changes} />}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      {body && changes.length > 0 && (
        <Button type="primary" size="large" loading={acting.at === 'work'} onClick={() => press(body)}>
          {words.send}
        </Button>
      )}
    </div>
  );
}

function Changes({ changes }: Pick<IndicatorSheetCheck, 'changes'>) {
  const words = useSaid(INDICATORS);
  return (
    <table className="dense indicators-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.cell}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ row, name, cell, field, before, after }) => (
          <tr key={`${row} ${field}`}>
            <th scope="row">
              {name} <span className="soft">{words[field]}</span>
            </th>
            <td>
              <code>{cell}</code>
            </td>
            <td>
              <del>{before ?? words.empty}</del>
            </td>
            <td>
              <ins>{after ?? words.empty}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
