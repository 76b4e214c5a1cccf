import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseOverview } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { COCKPIT } from '../../words/cockpit.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { owingQuery } from '../../api/queries.ts';
import { screenOf } from './screen-of.ts';

/** What stands beside the stages: a record that holds the case, a takeover or an exemption that waits for a second person. */
export function Aside({ of }: { readonly of: CaseOverview }) {
  const words = useSaid(COCKPIT);
  const { data } = useQuery(owingQuery(of.id));
  const lines = (data?.groups ?? []).flatMap(({ verb, lines: all }) =>
    verb === 'case.grant-exemption' ? all : [],
  );
  return (
    <>
      {of.holds.map(({ record, href }) => (
        <Alert
          key={record ?? 'held'}
          type="warning"
          showIcon
          title={words.held}
          action={href && <Link to={screenOf(href)}>{words.heldOne}</Link>}
        />
      ))}
      {of.joined?.confirmed === false && (
        <Alert type="warning" showIcon title={words.joining} action={<Joining of={of} />} />
      )}
      {lines.map(({ name }) => (
        <Granting key={name} of={of} gate={name.replace('exemption:', '')} />
      ))}
    </>
  );
}

const mayOf = (of: CaseOverview, verb: string): boolean =>
  of.may.some(({ command, allowed }) => command === verb && allowed);

function Joining({ of }: { readonly of: CaseOverview }) {
  const words = useSaid(COCKPIT);
  const { me } = usePresent();
  const title = capacityOf(me, { verb: 'case.confirm-joining', thing: of }, null);
  return (
    <Second
      of={of}
      verb="case.confirm-joining"
      action={words.confirmJoining}
      sentence={words.willConfirm(title, of.title)}
      body={{}}
    />
  );
}

function Granting({ of, gate }: { readonly of: CaseOverview; readonly gate: string }) {
  const words = useSaid(COCKPIT);
  const { language } = useSpeech();
  const { me } = usePresent();
  const title = capacityOf(me, { verb: 'case.grant-exemption', thing: of }, null);
  const stage = of.stages.find(({ id }) => id === gate)?.title ?? gate;
  return (
    <Alert
      type="warning"
      showIcon
      title={`${words.grant}${colon(language)}${stage}`}
      action={
        <Second
          of={of}
          verb="case.grant-exemption"
          action={words.grant}
          sentence={words.willGrant(title, stage)}
          body={{ gate }}
        />
      }
    />
  );
}

interface SecondProps {
  readonly of: CaseOverview;
  readonly verb: string;
  readonly action: string;
  readonly sentence: string;
  readonly body: object;
}

/** The yes of another person; shown to whoever may give it. */
function Second({ of, verb, action, sentence, body }: SecondProps) {
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb, id: of.id, seen: `"${of.stream}:${of.version}"` });
  if (!mayOf(of, verb)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{action}</Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={sentence}
        action={action}
        acting={acting}
        onPress={() => press(body)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
