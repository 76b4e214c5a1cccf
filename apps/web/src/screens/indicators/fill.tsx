import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { FillIndicator } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import { useAct, type Acting } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { INDICATORS } from '../../words/indicators.ts';
import { dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { aside, colon, semicolon } from '../../words/marks.ts';
import { filledIn, mineOf, read, type Written } from './filling.ts';
import type { Row } from './queries.ts';

interface FillProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly seen: string | null;
}

/** 填报: the rows that are mine, kept on this machine until they are sent; of several, some may be sent first. */
export function Fill({ id, rows, seen }: FillProps) {
  const words = useSaid(INDICATORS);
  const { me } = usePresent();
  const mine = mineOf(rows, me.capacities);
  const draft = useDraft(`${me.person}.indicator/${id}.fill`);
  const written = read(draft.text);
  const { press, acting } = useAct({ verb: 'indicator.fill', id, seen });
  const write = (row: string, change: Partial<Written[string]>): void =>
    draft.write(JSON.stringify({ ...written, [row]: { ...written[row], ...change } }));
  if (mine.length === 0) return null;
  return (
    <section aria-label={words.fillTitle}>
      <h2>{words.fillTitle}</h2>
      {acting.at === 'done' && <ReceiptNote answer={acting.answer} />}
      <div className="sheet indicators-fill">
        {mine.map((row) => (
          <Fields
            key={row.row}
            row={row}
            written={written[row.row] ?? {}}
            onWrite={(change) => write(row.row, change)}
          />
        ))}
        <p className="soft" role="status">
          {draft.keptAt !== null && words.kept}
        </p>
        <OtherTexts {...draft} />
        <Send id={id} filled={filledIn(mine, written)} acting={acting} press={press} onSent={draft.drop} />
      </div>
    </section>
  );
}

interface SendProps {
  readonly id: string;
  readonly filled: FillIndicator['rows'];
  readonly acting: Acting;
  readonly press: ReturnType<typeof useAct>['press'];
  readonly onSent: () => void;
}

function Send({ id, filled, acting, press, onSent }: SendProps) {
  const words = useSaid(INDICATORS);
  const as = useCapacity('indicator.fill', useQuery(resourceQuery('indicators', id)).data?.data.may);
  const [isOpen, setOpen] = useState(false);
  const sent = (): void => {
    onSent();
    setOpen(false);
  };
  return (
    <>
      <Button type="primary" size="large" disabled={filled.length === 0} onClick={() => setOpen(true)}>
        {words.fill}
      </Button>
      {filled.length === 0 && <span className="soft"> {words.fillNothing}</span>}
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.willFill(as, filled.length)}
        action={words.fill}
        acting={acting}
        onPress={() => press({ rows: filled }, { onSuccess: sent })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

interface FieldsProps {
  readonly row: Row;
  readonly written: Written[string];
  readonly onWrite: (change: Partial<Written[string]>) => void;
}

function Fields({ row, written, onWrite }: FieldsProps) {
  const { name, unit, current, target } = row;
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  const fields = [
    { key: 'current', label: words.currentOf(name), short: words.current, now: current },
    { key: 'target', label: words.targetOf(name), short: words.target, now: target },
    { key: 'basis', label: `${name} ${words.basis}`, short: words.basis, now: null },
  ] as const;
  return (
    <fieldset>
      <legend>
        {name}
        {unit !== '' && <span className="soft">{aside(unit, language)}</span>}{' '}
        {row.status !== 'assigned' && <span className="tag">{row.words[language]}</span>}
      </legend>
      <p className="soft indicators-before">
        <Before row={row} />
      </p>
      {fields.map(({ key, label, short, now }) => (
        <label key={key}>
          <span>{short}</span>
          <input
            aria-label={label}
            value={written[key] ?? now ?? ''}
            maxLength={key === 'basis' ? 200 : 60}
            onChange={({ target: field }) => onWrite({ [key]: field.value })}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** What the figure is to be held against: how it is counted, and what the last plan began and ended with. */
function Before({ row: { last, caliber, source, due } }: { readonly row: Row }) {
  const words = useSaid(INDICATORS);
  const { language } = useSpeech();
  const parts = [
    last.value === null ? '' : `${words.years.base} ${last.value}`,
    last.target === null ? '' : `${words.years.lastTarget} ${last.target}`,
    caliber === '' ? '' : `${words.caliber}${colon(language)}${caliber}`,
    source === '' ? '' : `${words.source}${colon(language)}${source}`,
    due === null ? '' : `${words.due}${colon(language)}${dueDay(due, language)}`,
  ];
  return parts.filter((part) => part !== '').join(semicolon(language));
}
