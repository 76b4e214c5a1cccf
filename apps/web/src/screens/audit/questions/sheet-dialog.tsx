import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { dataOf } from '../../../api/answer.ts';
import { makeEvidenceSheet } from '../../../api/audit-generated/sdk.gen.ts';
import type { EvidenceSheetWish } from '../../../api/audit-generated/types.gen.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import { FailureState } from '../../../ui/failure-state.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid } from '../../../words/language.tsx';
import { save } from './save.ts';

interface SheetDialogProps {
  readonly of: string;
  readonly begin: { readonly title: string; readonly said: string; readonly basis: string };
  readonly evidence: readonly number[];
  readonly onClose: () => void;
}

/** 审计取证单: the auditor's words beside the entries that they rest on. Nothing of it is kept by the service. */
export function SheetDialog(props: SheetDialogProps) {
  const words = useSaid(AUDIT_ASKS);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="sheet confirm audit-sheet"
      aria-label={words.sheet}
      onClose={props.onClose}
    >
      <h2>{words.sheet}</h2>
      <p>{words.sheetWill(props.evidence.length)}</p>
      <SheetForm {...props} />
    </dialog>
  );
}

type Format = EvidenceSheetWish['format'];

function SheetForm({ of, begin, evidence, onClose }: SheetDialogProps) {
  const words = useSaid(AUDIT_ASKS);
  const draft = useDraft(`audit-sheet.${of}.${begin.title}`);
  const [title, setTitle] = useState(begin.title);
  const [basis, setBasis] = useState(begin.basis);
  const [format, setFormat] = useState<NonNullable<Format>>('docx');
  const said = draft.text === '' ? begin.said : draft.text;
  const making = useMutation({
    mutationFn: async (body: EvidenceSheetWish) =>
      save(await dataOf(makeEvidenceSheet({ body, parseAs: 'blob' })), `${words.fileName}.${format}`),
    onSuccess: draft.drop,
  });
  const cited = { case: of, title, said, evidence: [...evidence], format };
  const isWhole = title.trim() !== '' && said.trim() !== '';
  return (
    <>
      <Field label={words.sheetTitle} value={title} rows={1} onWrite={setTitle} />
      <Field label={words.sheetSaid} value={said} rows={6} onWrite={draft.write} />
      <Field label={words.sheetBasis} value={basis} rows={2} onWrite={setBasis} />
      <Formats format={format} onChoose={setFormat} />
      {making.error && <FailureState error={making.error} />}
      {making.isSuccess && <p role="status">{words.made}</p>}
      <div className="bar">
        <Button size="large" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={!isWhole}
          loading={making.isPending}
          onClick={() => making.mutate(basis === '' ? cited : { ...cited, basis })}
        >
          {words.make}
        </Button>
      </div>
    </>
  );
}

interface FormatsProps {
  readonly format: NonNullable<Format>;
  readonly onChoose: (format: NonNullable<Format>) => void;
}

function Formats({ format, onChoose }: FormatsProps) {
  const words = useSaid(AUDIT_ASKS);
  return (
    <fieldset className="audit-formats">
      <legend>{words.format}</legend>
      {(['docx', 'pdf'] as const).map((each) => (
        <label key={each} className="audit-check">
          <input type="radio" name="format" checked={format === each} onChange={() => onChoose(each)} />
          {each === 'docx' ? 'Word' : 'PDF'}
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly onWrite: (text: string) => void;
}

function Field({ label, value, rows, onWrite }: FieldProps) {
  const id = useId();
  return (
    <div className="audit-field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={rows} value={value} onChange={({ target }) => onWrite(target.value)} />
    </div>
  );
}
