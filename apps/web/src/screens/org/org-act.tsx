import { VERB_WORDS } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { May } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { Cannot } from '../../ui/cannot.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { schemaQuery } from '../admin/form/asked.ts';
import { nothingIn, type Fields } from '../admin/form/schema.ts';
import { usePost } from '../admin/use-post.ts';
import { Asked } from './asked.tsx';

interface OrgActProps {
  /** `org.fill-post`. */
  readonly verb: string;
  /** What is known from the place where it is pressed. */
  readonly begin?: Fields;
  readonly seen?: string | null;
  /** Another word than that of the verb. */
  readonly name?: string;
  /** Everything is said by the place where it is pressed: nothing is asked. */
  readonly isBare?: boolean;
  /** Once it is done it may be offered no more: its receipt stays. */
  readonly isOffered?: boolean;
}

/** One act on the organisation: a form from its own schema, what it would move, then the act. */
export function OrgAct(props: OrgActProps) {
  const { language } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const said = props.name ?? VERB_WORDS[props.verb]?.[language] ?? props.verb;
  return (
    <>
      {(props.isOffered ?? true) && <Button onClick={() => setOpen(true)}>{said}</Button>}
      {isOpen && <ActSheet {...props} said={said} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ActSheetProps extends OrgActProps {
  readonly said: string;
  readonly onClose: () => void;
}

/** What the body says of fields in which nothing was written. */
function useUnwritten(verb: string, isBare: boolean): Fields {
  const { data: schema } = useQuery({ ...schemaQuery(verb), enabled: !isBare });
  return schema ? nothingIn(schema) : {};
}

/** The sheet of one act; it begins anew whenever it is opened. */
function ActSheet({ verb, begin = {}, seen = null, isBare = false, said, onClose }: ActSheetProps) {
  const words = useSaid(ORG);
  const as = useCapacity(verb, useQuery(orgQuery).data?.may);
  const [body, setBody] = useState<Fields>(begin);
  const unwritten = useUnwritten(verb, isBare);
  const { press, acting } = usePost(`/v1/org/commands/${verb.slice('org.'.length)}`, seen);
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <ConfirmSheet
      isOpen
      sentence={words.will(as, said)}
      action={said}
      acting={acting}
      onPress={() => press({ ...unwritten, ...body })}
      onClose={onClose}
    >
      {!isBare && <Asked verb={verb} body={body} onChange={setBody} />}
    </ConfirmSheet>
  );
}

interface OrgActsProps {
  readonly verbs: readonly string[];
  readonly may: readonly May[];
  readonly seen?: string | null;
}

/** The acts of one view: those that may be done as buttons, and of the rest why not. */
export function OrgActs({ verbs, may, seen = null }: OrgActsProps) {
  const ours = may.filter(({ command }) => verbs.includes(command));
  if (ours.length === 0) return null;
  return (
    <div className="org-acts">
      {ours
        .filter(({ allowed }) => allowed)
        .map(({ command }) => (
          <OrgAct key={command} verb={command} seen={seen} />
        ))}
      <Cannot may={ours} />
    </div>
  );
}
