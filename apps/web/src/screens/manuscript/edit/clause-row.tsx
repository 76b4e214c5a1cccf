import type { CheckupItem } from '../../../api/generated/types.gen.ts';
import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import { ClauseField } from './clause-field.tsx';
import type { Shown } from './draft.ts';
import { FindingNote } from './finding-note.tsx';
import type { Editing } from './use-editing.ts';

interface ClauseRowProps {
  readonly manuscript: string;
  readonly seen: string | null;
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
  const { manuscript, seen, clause, next, editing, isOpen, findings, canWaive, onOpen } = props;
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
          {said !== null && <OpenButton said={said} isTouched={isTouched} onOpen={() => onOpen(id)} />}
        </>
      )}
      {findings.map((finding) => (
        <FindingNote key={`${finding.rule} ${finding.quote}`} {...{ manuscript, seen, finding, canWaive }} />
      ))}
    </div>
  );
}

interface OpenButtonProps {
  readonly said: string;
  readonly isTouched: boolean;
  readonly onOpen: () => void;
}

/** What is seen of it stands in its name too, beside the beginning of its clause. */
function OpenButton({ said, isTouched, onOpen }: OpenButtonProps) {
  const words = useSaid(EDITING);
  const start = said.trim().slice(0, 12);
  return (
    <button
      type="button"
      className="plain edit-open"
      aria-label={isTouched ? words.changedOf(start) : words.editOf(start)}
      onClick={onOpen}
    >
      {isTouched ? words.changed : words.edit}
    </button>
  );
}
