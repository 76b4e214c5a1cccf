import type { CheckupItem } from '../../../api/generated/types.gen.ts';
import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import { ClauseField } from './clause-field.tsx';
import type { Shown } from './draft.ts';
import { FindingNote } from './finding-note.tsx';
import type { Editing } from './use-editing.ts';

interface ClauseRowProps {
  readonly manuscript: string;
  readonly clause: Shown;
  readonly next: Shown | undefined;
  readonly editing: Editing;
  readonly isOpen: boolean;
  readonly findings: readonly CheckupItem[];
  readonly canWaive: boolean;
  readonly onOpen: (id: string | null) => void;
}

const HEADINGS = new Set(['part', 'chapter', 'section']);

/** One clause as it reads, with what the checkup says of it; a press makes it a field. */
export function ClauseRow(props: ClauseRowProps) {
  const { manuscript, clause, next, editing, isOpen, findings, canWaive, onOpen } = props;
  const words = useSaid(EDITING);
  const { id, kind, number, prefix, words: said } = clause;
  const isTouched = editing.touched.has(id);
  const shown = number === '' ? prefix : number;
  return (
    <div id={id} className={isTouched ? 'edit-clause edit-touched' : 'edit-clause'}>
      {isOpen ? (
        <ClauseField key={id} {...{ clause, next, editing, onOpen }} />
      ) : (
        <>
          <p className={HEADINGS.has(kind) ? 'edit-heading' : undefined}>
            {said === null ? words.erased : (shown + said).trim()}
          </p>
          {said !== null && (
            <button
              type="button"
              className="plain edit-open"
              aria-label={words.editOf(said.trim().slice(0, 12))}
              onClick={() => onOpen(id)}
            >
              {isTouched ? words.changed : words.edit}
            </button>
          )}
        </>
      )}
      {findings.map((finding) => (
        <FindingNote key={`${finding.rule} ${finding.quote}`} {...{ manuscript, finding, canWaive }} />
      ))}
    </div>
  );
}
