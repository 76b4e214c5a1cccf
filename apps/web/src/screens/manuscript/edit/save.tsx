import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Manuscript } from '../../../api/generated/types.gen.ts';
import { manuscriptQuery, opinionsQuery } from '../../../api/queries.ts';
import { useAct } from '../../../api/use-act.ts';
import { usePresent } from '../../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../../ui/verb-form/capacities.tsx';
import { timeWords } from '../../../words/day.ts';
import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import { toSend } from './draft.ts';
import { instructionsQuery } from './queries.ts';
import type { Editing } from './use-editing.ts';

interface SaveProps {
  readonly thing: Manuscript;
  readonly seen: string | null;
  readonly editing: Editing;
}

/** How much is not saved, and the press that makes it a version. */
export function Save({ thing, seen, editing }: SaveProps) {
  const words = useSaid(EDITING);
  const [asks, setAsks] = useState<'save' | 'drop' | null>(null);
  const { operations, keptAt, isElsewhere, undo, drop } = editing;
  const close = (): void => setAsks(null);
  return (
    <section className="sheet edit-panel">
      <p role="status">
        <strong>{words.count(operations.length)}</strong>
      </p>
      {keptAt !== null && <p className="soft">{words.kept(timeWords(keptAt))}</p>}
      {isElsewhere && <p className="due-soon">{words.elsewhere}</p>}
      <div className="edit-tools">
        <Button type="primary" disabled={operations.length === 0} onClick={() => setAsks('save')}>
          {words.save}
        </Button>
        <Button disabled={operations.length === 0} onClick={undo}>
          {words.undo}
        </Button>
        <Button disabled={operations.length === 0} onClick={() => setAsks('drop')}>
          {words.drop}
        </Button>
      </div>
      {asks === 'save' && <SaveSheet thing={thing} seen={seen} editing={editing} onClose={close} />}
      <ConfirmSheet
        isOpen={asks === 'drop'}
        sentence={words.dropWill}
        action={words.drop}
        acting={{ at: 'rest' }}
        onPress={() => {
          drop();
          close();
        }}
        onClose={close}
      />
    </section>
  );
}

const GROUNDS = ['later', 'editorial', 'data', 'upper-plan'] as const;
const ADOPTED = new Set(['adopted', 'partly']);
const LONGEST = 30;

/** What the change rests on, as the form holds it: a basis, the stream of an opinion, or a chapter and the number of an instruction. */
function restsOn(chosen: string) {
  if (chosen.startsWith('opinion/')) return { cites: chosen };
  const [chapter = '', no] = chosen.split('#');
  if (no !== undefined)
    return { cites: null, ground: { basis: 'recorded-instruction', chapter, no: Number(no) } };
  return chosen === 'later' ? { cites: null } : { cites: null, ground: { basis: chosen } };
}

interface Said {
  readonly label: string;
  readonly reason: string;
  readonly ground: string;
}

const bodyOf = ({ base, before, operations }: Editing, { label, reason, ground }: Said) => ({
  base: { scheme: 'tree@1', hash: base },
  label,
  edits: [],
  operations: [{ operations: toSend(before, operations), reason, ...restsOn(ground) }],
  done: false,
});

function SaveSheet({ thing, seen, editing, onClose }: SaveProps & { readonly onClose: () => void }) {
  const words = useSaid(EDITING);
  const { me } = usePresent();
  const queries = useQueryClient();
  const [label, setLabel] = useState(thing.data.label);
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState<string>('later');
  const { press, acting } = useAct({ verb: 'manuscript.revise', id: thing.id, seen });
  const { operations, drop } = editing;
  const done = (): void => {
    drop();
    onClose();
  };
  // Where another hand was quicker, the newest text shows what met.
  const refresh = (): void => void queries.invalidateQueries(manuscriptQuery(thing.id));
  const save = (): void =>
    press(bodyOf(editing, { label, reason, ground }), { onSuccess: done, onError: refresh });
  return (
    <ConfirmSheet
      isOpen
      sentence={words.saveWill(capacityOf(me, { verb: 'manuscript.revise', thing }, null), operations.length)}
      action={words.save}
      acting={acting}
      canPress={label.trim() !== ''}
      onPress={save}
      onClose={onClose}
    >
      <div className="edit-save">
        <Line name={words.label} value={label} most={40} onChange={setLabel} />
        <Line name={words.reason} value={reason} most={500} onChange={setReason} />
        <GroundField caseId={thing.case} value={ground} onChange={setGround} />
      </div>
    </ConfirmSheet>
  );
}

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

function Line({ name, value, most, onChange }: LineProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="text"
        maxLength={most}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}

interface GroundFieldProps {
  readonly caseId: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An opinion that was adopted, an instruction of a leader, or another ground; it may be said later as well. */
function GroundField({ caseId, value, onChange }: GroundFieldProps) {
  const id = useId();
  const words = useSaid(EDITING);
  const { data } = useQuery({ ...opinionsQuery(caseId ?? '', null), enabled: caseId !== null });
  const { data: instructions } = useQuery({ ...instructionsQuery(caseId ?? ''), enabled: caseId !== null });
  const adopted =
    data?.items.filter(({ disposition }) => disposition !== null && ADOPTED.has(disposition)) ?? [];
  return (
    <>
      <label htmlFor={id}>{words.ground}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {GROUNDS.map((one) => (
          <option key={one} value={one}>
            {words.grounds[one]}
          </option>
        ))}
        {instructions?.items.map(({ chapter, no, title, words: said }) => (
          <option key={`${chapter}#${no}`} value={`${chapter}#${no}`}>
            {words.instruction(title, no, (said ?? '').slice(0, LONGEST))}
          </option>
        ))}
        {adopted.map(({ stream, no, wording }) => (
          <option key={stream} value={stream}>
            {words.opinion(no, (wording ?? '').slice(0, LONGEST))}
          </option>
        ))}
      </select>
    </>
  );
}
