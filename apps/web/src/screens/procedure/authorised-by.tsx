import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { BindingDocument } from '../../api/generated/types.gen.ts';
import { caseQuery, casesQuery } from '../../api/queries.ts';
import { upload } from '../../api/upload.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { AUTHORISED } from '../../words/authorised.ts';
import { useSaid } from '../../words/language.tsx';
import type { Option } from '../admin/form/ask.ts';

interface AuthorisedByProps {
  readonly document: BindingDocument;
  readonly onChange: (document: BindingDocument) => void;
  /** A title alone is not enough: it has to lead to a paper. */
  readonly mustLead?: boolean;
}

export const NO_DOCUMENT: BindingDocument = {
  title: '',
  number: null,
  file: null,
  text: null,
  resolution: null,
};

/** Whether it says enough to be sent. */
export const isNamed = ({ title }: BindingDocument): boolean => title.trim().length > 1;

/** Whether it leads to a paper: without one no case changes its version. */
export const leadsToPaper = (document: BindingDocument): boolean => {
  const { number, file, text, resolution } = document;
  return isNamed(document) && [number?.trim(), file, text, resolution].some(Boolean);
};

/** 批准文件: its title and number, its scan, and the meeting that resolved it. */
export function AuthorisedBy({ document, onChange, mustLead = false }: AuthorisedByProps) {
  const id = useId();
  const words = useSaid(AUTHORISED);
  return (
    <fieldset className="form-group">
      <legend>{words.legend}</legend>
      <div className="form-field">
        <label htmlFor={`${id}-title`}>{words.title}</label>
        <input
          id={`${id}-title`}
          maxLength={160}
          value={document.title}
          onChange={({ target }) => onChange({ ...document, title: target.value })}
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-number`}>{words.number}</label>
        <input
          id={`${id}-number`}
          maxLength={60}
          value={document.number ?? ''}
          onChange={({ target }) => onChange({ ...document, number: target.value || null })}
        />
      </div>
      <Resolution document={document} onChange={onChange} />
      <Scan document={document} onChange={onChange} />
      {mustLead && !leadsToPaper(document) && <p className="soft form-long">{words.leads}</p>}
    </fieldset>
  );
}

/** Plans that one may see, and the meetings of the one that is chosen. */
function useMeetings() {
  const [chosen, setChosen] = useState<string | null>(null);
  const cases = useInfiniteQuery(casesQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const of = chosen ?? cases[0]?.id ?? '';
  const stages = useQuery({ ...caseQuery(of), enabled: of !== '' }).data?.stages ?? [];
  const meetings = stages.flatMap(({ items }) => items).filter(({ kind }) => kind === 'meeting');
  return {
    of,
    choose: setChosen,
    cases: cases.map(({ id, title }) => ({ value: id, label: title })),
    meetings: meetings.map(({ stream, label }) => ({ value: stream, label })),
  };
}

/** A meeting of a plan; where there is none, nothing is asked. */
function Resolution({ document, onChange }: AuthorisedByProps) {
  const words = useSaid(AUTHORISED);
  const { of, choose, cases, meetings } = useMeetings();
  if (cases.length === 0) return null;
  return (
    <>
      <Choice label={words.case} value={of} options={cases} onChange={choose} />
      <Choice
        label={words.resolution}
        value={document.resolution ?? ''}
        options={[{ value: '', label: words.none }, ...meetings]}
        onChange={(resolution) => onChange({ ...document, resolution: resolution || null })}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Scan({ document, onChange }: AuthorisedByProps) {
  const words = useSaid(AUTHORISED);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const kept = await upload(file, () => undefined, new AbortController().signal);
      onChange({ ...document, file: kept.ref });
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="form-row">
      <div>
        <span>{words.scan}</span>
        {document.file ? (
          <p role="status">
            {words.scanHere} <code>{document.file.hash.slice(0, 8)}</code>
          </p>
        ) : (
          <FileDrop
            accept=".pdf,.png,.jpg,.jpeg"
            hint={words.scanHint}
            isBusy={isBusy}
            onFile={(file) => void send(file)}
          />
        )}
        {trouble !== null && <FailureState error={trouble} />}
      </div>
    </div>
  );
}
