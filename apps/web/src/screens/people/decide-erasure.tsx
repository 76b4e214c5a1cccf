import { Button } from 'antd';
import { useState } from 'react';
import { isAllowed } from '../../api/may.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { ERASURE } from '../../words/erasure.ts';
import { useSaid } from '../../words/language.tsx';
import type { ErasureProps } from './erasure.tsx';

/** What was proposed: on which ground, by whom; whoever else may carries it out, and either takes it back. */
export function Decide(props: ErasureProps) {
  const words = useSaid(ERASURE);
  const { me } = usePresent();
  const { erasure } = props.person.data;
  if (!erasure) return null;
  const isOwn = erasure.by === me.person;
  const grounds: { readonly [ground: string]: string } = words.grounds;
  return (
    <>
      <p role="status">
        <strong>{words.proposed}</strong>
      </p>
      <dl className="facts">
        <dt>{words.ground}</dt>
        <dd>{grounds[erasure.ground] ?? erasure.ground}</dd>
        <dt>{words.document}</dt>
        <dd>{erasure.document}</dd>
        <dt>{words.by}</dt>
        <dd>{props.nameOf(erasure.by) ?? erasure.by}</dd>
      </dl>
      {isOwn && <p className="due-soon">{words.own}</p>}
      <div className="people-acts">
        {!isOwn && <Erase {...props} />}
        <Withdraw {...props} />
      </div>
    </>
  );
}

function Erase({ person, name, seen }: ErasureProps) {
  const words = useSaid(ERASURE);
  const as = useCapacity('person.erase', person.may);
  const [isOpen, setOpen] = useState(false);
  const [isTicked, setTicked] = useState(false);
  const { press, acting } = useAct({ verb: 'person.erase', id: person.id, seen });
  if (!isAllowed(person, 'person.erase')) return null;
  return (
    <>
      <Button size="large" danger onClick={() => setOpen(true)}>
        {words.erase}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.eraseWill(as, name)}
        action={words.erase}
        acting={acting}
        canPress={isTicked}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      >
        <label className="people-tick">
          <input type="checkbox" checked={isTicked} onChange={({ target }) => setTicked(target.checked)} />
          {words.tick}
        </label>
      </ConfirmSheet>
    </>
  );
}

function Withdraw({ person, seen }: ErasureProps) {
  const words = useSaid(ERASURE);
  const as = useCapacity('person.withdraw-erasure', person.may);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: 'person.withdraw-erasure', id: person.id, seen });
  if (!isAllowed(person, 'person.withdraw-erasure')) return null;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.withdrawWill(as)}
        action={words.withdraw}
        acting={acting}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
