import { messageText } from '@mouding/core';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { URGING } from '../../words/urging.ts';
import { whoOf, type Group, type Line } from './lines.ts';

interface Picked {
  readonly group: Group;
  readonly line: Line;
}

interface UrgeSheetProps {
  readonly of: CaseOverview;
  readonly picked: readonly Picked[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The most that one act may urge. */
const MOST = 100;

/** 催办预览: to whom, in what words; then once more whether it is meant. */
export function UrgeSheet({ of, picked, onDone, onClose }: UrgeSheetProps) {
  const words = useSaid(URGING);
  const { me } = usePresent();
  const { press, acting } = useAct({ verb: 'case.urge', id: of.id, seen: null });
  const sent = picked.slice(0, MOST);
  const things = sent.map(({ line: { stream, name } }) => ({ stream, name }));
  const close = (): void => {
    if (acting.at === 'done') onDone();
    onClose();
  };
  if (acting.at === 'done') return <Sent onClose={close} />;
  return (
    <ConfirmSheet
      isOpen
      sentence={words.will(capacityOf(me, { verb: 'case.urge', thing: of }, null), sent.length, of.title)}
      action={words.urge}
      acting={acting}
      canPress={sent.length > 0}
      onPress={() => press({ things })}
      onClose={close}
    >
      <Preview of={of} picked={sent} />
    </ConfirmSheet>
  );
}

function Sent({ onClose }: { readonly onClose: () => void }) {
  const words = useSaid(URGING);
  return (
    <div className="sheet done cockpit-sent" role="status">
      <p>{words.sent}</p>
      <button type="button" className="plain" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

function Preview({ of, picked }: Pick<UrgeSheetProps, 'of' | 'picked'>) {
  const words = useSaid(URGING);
  const byWho = new Map<string, number>();
  for (const { line } of picked) byWho.set(whoOf(line), (byWho.get(whoOf(line)) ?? 0) + 1);
  const [first] = picked;
  return (
    <div className="cockpit-preview">
      <h3>{words.recipients}</h3>
      <ul className="cockpit-recipients">
        {[...byWho].map(([who, n]) => (
          <li key={who}>
            {who} <span className="soft">{words.things(n)}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{words.recipientsWhy}</p>
      {first && <Example of={of} picked={first} />}
      <p className="soft">{words.once}</p>
    </div>
  );
}

/** The very text that goes out, made by the same function. */
function Example({ of, picked: { group, line } }: { readonly of: CaseOverview; readonly picked: Picked }) {
  const words = useSaid(URGING);
  const { language } = useSpeech();
  const { me } = usePresent();
  const { subject, body } = messageText(
    { kind: 'reminder', act: group.words, label: line.label, case: of.title, due: line.due },
    {
      institution: me.institution.name,
      rehearsal: me.institution.mode === 'rehearsal',
      page: `${location.origin}/`,
    },
  );
  return (
    <>
      <h3>{words.text}</h3>
      <pre className="cockpit-letter" lang={language === 'zh' ? 'zh-CN' : undefined} tabIndex={0}>
        {`${subject}\n\n${body}`}
      </pre>
    </>
  );
}
