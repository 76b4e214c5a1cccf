import { diffDefinitions, type Definition } from '@mouding/core';
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid, useSpeech, useWords } from '../../../words/language.tsx';
import type { Checked, Finding, Place } from './checking.ts';

interface CheckPanelProps {
  readonly checked: Checked;
  /** What the change is compared with; null for a new procedure. */
  readonly published: Definition | null;
  readonly definition: Definition;
  readonly onGo: (place: Place) => void;
}

/** 检查: what is wrong, the path that breaks, the card where it is mended; and what is other than before. */
export function CheckPanel({
  checked: { findings, states, transitions },
  published,
  definition,
  onGo,
}: CheckPanelProps) {
  const { check: words } = useSaid(EDITOR);
  const faults = findings.filter(({ isSoft }) => !isSoft).length;
  const hints = findings.length - faults;
  const isSound = faults === 0;
  return (
    <section className="sheet editor-check" aria-labelledby="check-title">
      <h2 id="check-title">{words.title}</h2>
      <p role="status" className={isSound ? 'editor-sound' : 'due-late'}>
        {isSound ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
        {isSound ? words.sound : words.faults(faults)}
        {hints > 0 && words.hints(hints)}
      </p>
      <ul className="editor-findings">
        {findings.map((finding) => (
          <FindingRow key={finding.zh + finding.path.join()} finding={finding} onGo={onGo} />
        ))}
      </ul>
      {states > 0 && <p className="soft">{words.size(states, transitions)}</p>}
      {published && <Changes published={published} definition={definition} isWhole={states > 0} />}
    </section>
  );
}

function FindingRow({ finding, onGo }: { readonly finding: Finding; readonly onGo: (place: Place) => void }) {
  const { check: words } = useSaid(EDITOR);
  const { language } = useSpeech();
  const { place, path, isSoft, basis } = finding;
  const { basis: rests } = useWords();
  return (
    <li>
      <p>{finding[language]}</p>
      {isSoft && (
        <p className="soft">{basis === undefined ? words.staffed : `${rests(basis)} ${words.hint}`}</p>
      )}
      {path.length > 0 && (
        <details>
          <summary>{words.path}</summary>
          <ol>
            {path.map((each, n) => (
              <li key={`${n} ${each}`}>{each}</li>
            ))}
          </ol>
        </details>
      )}
      {place && (
        <button type="button" className="plain editor-go" onClick={() => onGo(place)}>
          {words.go(place.title)}
        </button>
      )}
    </li>
  );
}

interface ChangesProps {
  readonly published: Definition;
  readonly definition: Definition;
  readonly isWhole: boolean;
}

function Changes({ published, definition, isWhole }: ChangesProps) {
  const { check: words } = useSaid(EDITOR);
  const { language } = useSpeech();
  if (!isWhole) return null;
  const changes = diffDefinitions(published, definition);
  return (
    <>
      <h3>{words.diff}</h3>
      {changes.length === 0 && <p className="soft">{words.same}</p>}
      <ol className="editor-changes">
        {changes.map((change) => (
          <li key={`${change.at} ${change.zh}`}>{change[language]}</li>
        ))}
      </ol>
    </>
  );
}
