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
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { AuthorisedBy, isNamed, NO_DOCUMENT } from './authorised-by.tsx';
import { CaseMoves } from './case-moves.tsx';
import { MovingBack } from './moving-back.tsx';
import { migrationQuery, pairs } from './queries.ts';

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
  const query = useQuery(migrationQuery(procedure.id, procedure.version, pairs(mapping)));
  const stages = definition.steps.flatMap((step) => (isTogether(step) ? step.together : [step]));
  return (
    <>
      <Fetched query={query}>
        {(preview) =>
          preview.cases.length === 0 ? (
            <EmptyState title={words.none} why={words.noneWhy} />
          ) : (
            <>
              <CaseMoves preview={preview} stages={stages} mapping={mapping} onMap={setMapping} />
              <Move {...{ procedure, preview, mapping, seen }} />
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
  readonly seen: string | null;
}

function Move(props: MoveProps) {
  const { move: words } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const may = props.procedure.may.find(({ command }) => command === 'procedure.migrate');
  if (!may?.allowed) return <p className="soft">{may?.said?.[language] ?? words.only}</p>;
  return <MoveNow {...props} />;
}

function MoveNow({ procedure: { id, version: to }, preview: { cases, digest }, mapping, seen }: MoveProps) {
  const { move: words } = useSaid(PROCEDURE);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const [document, setDocument] = useState(NO_DOCUMENT);
  const { press, acting } = useAct({ verb: 'procedure.migrate', id, seen });
  const isHeld = cases.some(({ conflicts }) => conflicts.length > 0);
  const body = { to, cases: cases.map((each) => each.case), mapping, dates: {}, document, digest };
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <>
      <Button type="primary" size="large" disabled={isHeld} onClick={() => setOpen(true)}>
        {words.do}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(me.capacities[0]?.title ?? '', cases.length, to)}
        action={words.do}
        acting={acting}
        canPress={isNamed(document)}
        onPress={() => press(body)}
        onClose={() => setOpen(false)}
      >
        <AuthorisedBy document={document} onChange={setDocument} />
      </ConfirmSheet>
    </>
  );
}
