import { useId } from 'react';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid } from '../../../words/language.tsx';

export interface Held {
  readonly size: string;
  readonly root: string;
}

const ROOT = /^[0-9a-f]{64}$/;

/** What is asked with; null where only one of the two is written, or wrongly. */
export function heldOf({ size, root }: Held): Readonly<Record<string, string>> | null {
  if (size === '' && root === '') return {};
  const hex = root.trim().toLowerCase();
  return /^\d{1,15}$/.test(size) && ROOT.test(hex) ? { size, root: hex } : null;
}

interface HeldCheckpointProps {
  readonly held: Held;
  readonly onWrite: (held: Held) => void;
  readonly isWrong: boolean;
}

/** A checkpoint that the auditor kept. */
export function HeldCheckpoint({ held, onWrite, isWrong }: HeldCheckpointProps) {
  const words = useSaid(AUDIT_ASKS);
  const id = useId();
  return (
    <details className="audit-compare">
      <summary>{words.held}</summary>
      <p className="soft">{words.heldWhy}</p>
      <div className="audit-slider-exact">
        <div className="audit-field">
          <label htmlFor={`${id}-size`}>{words.size}</label>
          <input
            id={`${id}-size`}
            inputMode="numeric"
            value={held.size}
            onChange={({ target }) => onWrite({ ...held, size: target.value.trim() })}
          />
        </div>
        <div className="audit-field audit-field-wide">
          <label htmlFor={`${id}-root`}>{words.root}</label>
          <input
            id={`${id}-root`}
            value={held.root}
            spellCheck={false}
            onChange={({ target }) => onWrite({ ...held, root: target.value })}
          />
        </div>
      </div>
      {isWrong && (
        <p role="alert" className="due-late">
          {words.rootWrong}
        </p>
      )}
    </details>
  );
}
