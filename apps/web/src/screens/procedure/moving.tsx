import { isTogether, type Definition } from '@mouding/core';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MigrationPreview, PublishedProcedure } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { AuthorisedBy, leadsToPaper, NO_DOCUMENT } from './authorised-by.tsx';
import { CaseMoves } from './case-moves.tsx';
import { MovingBack } from './moving-back.tsx';
import { chosenMigrationQuery, migrationQuery, pairs } from './queries.ts';

interface MovingProps {
  readonly procedure: PublishedProcedure;
  readonly definition: Definition;
  readonly seen: string | null;
}

type Mapping = Readonly<Record<string, string>>;

/** 在办工作换版: what moving the open cases to this version would do, and doing it. */
export function Moving({ procedure, definition, seen }: MovingProps) {
  const { move: words } = useSaid(PROCEDURE);
  const [mapping, setMapping] = useState<Mapping>({});
  const [left, setLeft] = useState<readonly string[]>([]);
  const query = useQuery(migrationQuery(procedure.id, procedure.version, pairs(mapping)));
  const { press, acting } = useAct({ verb: 'procedure.migrate', id: procedure.id, seen });
  const stages = definition.steps.flatMap((step) => (isTogether(step) ? step.together : [step]));
  // What moved is in the preview no more: its receipt stands in the place of it.
  if (acting.at === 'done')
    return (
      <>
        <ReceiptNote answer={acting.answer} />
        <MovingBack procedure={procedure} seen={seen} />
      </>
    );
  return (
    <>
      <Fetched query={query}>
        {(preview) =>
          preview.cases.length === 0 ? (
            <EmptyState title={words.none} why={words.noneWhy} />
          ) : (
            <>
              <p className="soft">{words.choose}</p>
              <CaseMoves {...{ preview, stages, mapping, left }} onMap={setMapping} onLeave={setLeft} />
              <Move {...{ procedure, preview, mapping, left, press, acting }} />
            </>
          )
        }
      </Fetched>
      <MovingBack procedure={procedure} seen={seen} />
    </>
  );
}

interface MoveProps {
  readonly procedure: PublishedProcedure;
  readonly preview: MigrationPreview;
  readonly mapping: Mapping;
  /** Cases that go on by their version. */
  readonly left: readonly string[];
  readonly press: ReturnType<typeof useAct>['press'];
  readonly acting: ReturnType<typeof useAct>['acting'];
}

function Move(props: MoveProps) {
  const { move: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const may = props.procedure.may.find(({ command }) => command === 'procedure.migrate');
  if (!may?.allowed) return <p className="soft">{may?.said?.[language] ?? words.only}</p>;
  return <Chosen {...props} />;
}

/** What is pressed is what was looked at: the cases that were chosen are previewed by themselves. */
function Chosen(props: MoveProps) {
  const { procedure, preview, mapping, left } = props;
  const { id, version: to } = procedure;
  const { move: words } = useSaid(PROCEDURE);
  const ids = preview.cases.map((each) => each.case).filter((id) => !left.includes(id));
  const isAll = ids.length === preview.cases.length;
  const some = useQuery({
    ...chosenMigrationQuery({ id, to, mapping: pairs(mapping), digest: preview.digest }, ids),
    enabled: !isAll && ids.length > 0,
  });
  if (isAll) return <MoveNow {...props} />;
  if (ids.length === 0) return <p className="soft">{words.chosenNone}</p>;
  return <Fetched query={some}>{(chosen) => <MoveNow {...props} preview={chosen} />}</Fetched>;
}

function MoveNow({ procedure, preview: { cases, digest }, mapping, press, acting }: MoveProps) {
  const { version: to } = procedure;
  const { move: words } = useSaid(PROCEDURE);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const [document, setDocument] = useState(NO_DOCUMENT);
  const isHeld = cases.some(({ conflicts }) => conflicts.length > 0);
  const body = { to, cases: cases.map((each) => each.case), mapping, dates: {}, document, digest };
  return (
    <>
      <Button type="primary" size="large" disabled={isHeld} onClick={() => setOpen(true)}>
        {words.doThese(cases.length)}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(
          capacityOf(me, { verb: 'procedure.migrate', thing: procedure }, null),
          cases.length,
          to,
        )}
        action={words.do}
        acting={acting}
        canPress={leadsToPaper(document)}
        onPress={() => press(body)}
        onClose={() => setOpen(false)}
      >
        <AuthorisedBy document={document} onChange={setDocument} mustLead />
      </ConfirmSheet>
    </>
  );
}
