import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PublishedProcedure, RollBack } from '../../api/generated/types.gen.ts';
import { casesQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { AuthorisedBy, leadsToPaper, NO_DOCUMENT } from './authorised-by.tsx';
import { Conflicts } from './case-moves.tsx';
import { rollBackQuery } from './queries.ts';

interface MovingBackProps {
  readonly procedure: PublishedProcedure;
  readonly seen: string | null;
}

/** 撤回换版: cases that have moved and may go back. Nothing is shown where none has. */
export function MovingBack({ procedure, seen }: MovingBackProps) {
  const isAllowed = procedure.may.some(
    ({ command, allowed }) => command === 'procedure.roll-back' && allowed,
  );
  const cases = useInfiniteQuery(casesQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  const open = cases.filter(({ done }) => !done).map(({ id }) => id);
  if (!isAllowed) return null;
  return open.map((id) => <MovedCase key={id} procedure={procedure} seen={seen} id={id} />);
}

/** One case, if it has moved here from another version. */
function MovedCase({ procedure, seen, id }: MovingBackProps & { readonly id: string }) {
  const { data } = useQuery({ ...rollBackQuery(procedure.id, [id]), retry: false });
  const { press, acting } = useAct({ verb: 'procedure.roll-back', id: procedure.id, seen });
  const back = data?.cases.find(({ to }) => to !== null);
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return back ? <Back {...{ procedure, back, press, acting }} /> : null;
}

interface BackProps extends Pick<ReturnType<typeof useAct>, 'press' | 'acting'> {
  readonly procedure: PublishedProcedure;
  readonly back: RollBack['cases'][number];
}

function Back({ procedure, back, press, acting }: BackProps) {
  const { move: words } = useSaid(PROCEDURE);
  const { me } = usePresent();
  const { language } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [document, setDocument] = useState(NO_DOCUMENT);
  return (
    <section className="sheet procedure-preview procedure-back">
      <h2>
        {words.back}
        {colon(language)}
        {back.title}
      </h2>
      <p className="soft">{words.backHint}</p>
      <Conflicts move={back} />
      <Button disabled={back.conflicts.length > 0} onClick={() => setOpen(true)}>
        {words.back}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.backWill(
          capacityOf(me, { verb: 'procedure.roll-back', thing: procedure }, null),
          back.title,
        )}
        action={words.back}
        acting={acting}
        canPress={leadsToPaper(document)}
        onPress={() => press({ cases: [back.case], document })}
        onClose={() => setOpen(false)}
      >
        <AuthorisedBy document={document} onChange={setDocument} mustLead />
      </ConfirmSheet>
    </section>
  );
}
