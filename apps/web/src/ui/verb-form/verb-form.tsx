import { VERB_WORDS } from '@mouding/contract';
import { Button } from 'antd';
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react';
import type { Acting } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { usePresent } from '../../frame/signed-in.tsx';
import { useOnline } from '../../frame/use-online.ts';
import { FailureNotice } from '../failure-state.tsx';
import { ReceiptNote } from '../receipt.tsx';
import { timeWords } from '../../words/day.ts';
import { FRAME } from '../../words/frame.ts';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import type { Asked } from './asked.ts';
import { Capacities, capacityOf } from './capacities.tsx';
import { Conflict } from './conflict.tsx';
import { Faults } from './faults.tsx';
import { FormContext } from './form-around.ts';
import { AnyInput } from './inputs/any-input.tsx';
import { asksNothing, type Control } from './model/control.ts';
import type { Choices } from './model/options.ts';
import { useVerbForm, type VerbFormState } from './use-verb-form.ts';
import { WaysOut } from './ways-out.tsx';

interface VerbFormProps {
  readonly asked: Asked;
  readonly control: Control;
  readonly choices: Choices;
  readonly onLook: (asked: Asked) => void;
  readonly onClose: (() => void) | null;
}

/** The fields of a verb, the sentence that says what will be recorded, and what came of it. */
export function VerbForm({ asked, control, choices, onLook, onClose }: VerbFormProps) {
  const id = useId();
  const { language } = useSpeech();
  const form = useVerbForm(asked, control, choices);
  const { typed, type, faults, acting } = form;
  const first = useFirstField();
  if (acting.at === 'done') return <Done answer={acting.answer} onClose={onClose} />;
  return (
    <FormContext value={{ id, choices, faults, known: form.known, Input: AnyInput }}>
      <form
        ref={first}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.send();
        }}
      >
        <Sentence asked={asked} form={form} />
        <Capacities asked={asked} post={form.post} onChoose={form.choosePost} />
        {!asksNothing(control) && (
          <AnyInput
            control={control}
            typed={typed}
            onType={type}
            at=""
            id={`${id}-body`}
            name={VERB_WORDS[asked.verb]?.[language] ?? asked.verb}
          />
        )}
        <Kept form={form} />
        <Faults control={control} />
        <Failed {...{ acting, asked, form, control, onLook }} />
        <Bar acting={acting} verb={asked.verb} onClose={onClose} />
      </form>
    </FormContext>
  );
}

/** A keyboard begins at the first field; a phone is not covered by its own before somebody touches one. */
function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches)
      form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }, []);
  return form;
}

/** When what was typed was kept, and whether another window wrote it. */
function Kept({ form: { keptAt, isElsewhere, others } }: { readonly form: VerbFormState }) {
  const words = useSaid(VERB_FORM);
  const { synced } = useSaid(FRAME);
  return (
    <>
      <p className="soft" role="status">
        {keptAt !== null && words.keptAt(timeWords(keptAt))}
        {isElsewhere && ` · ${synced}`}
      </p>
      <OtherTexts {...others} />
    </>
  );
}

interface DoneProps {
  readonly answer: Extract<Acting, { at: 'done' }>['answer'];
  readonly onClose: (() => void) | null;
}

function Done({ answer, onClose }: DoneProps) {
  const { close } = useSaid(VERB_FORM);
  return (
    <>
      <ReceiptNote answer={answer} />
      {onClose && <Button onClick={onClose}>{close}</Button>}
    </>
  );
}

function Sentence({ asked, form }: { readonly asked: Asked; readonly form: VerbFormState }) {
  const words = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const { me } = usePresent();
  const as = capacityOf(me, asked, form.post);
  const verb = VERB_WORDS[asked.verb]?.[language] ?? asked.verb;
  const { label, version } = asked.thing;
  return (
    <p className="sentence">
      {version === 0 ? words.willMake(as, verb) : words.will(as, verb, label, version)}
    </p>
  );
}

interface FailedProps {
  readonly acting: Acting;
  readonly asked: Asked;
  readonly form: VerbFormState;
  readonly control: Control;
  readonly onLook: (asked: Asked) => void;
}

/** A refusal as it is; what changed meanwhile with both versions, and what was written untouched. */
function Failed({ acting, ...rest }: FailedProps) {
  if (acting.at !== 'failed') return null;
  const { failure } = acting;
  const isStale = failure.kind === 'problem' && failure.problem.code === 'version-mismatch';
  if (isStale) return <Conflict {...rest} />;
  return (
    <Seen>
      <FailureNotice failure={failure} />
      <WaysOut verb={rest.asked.verb} thing={rest.asked.thing} />
    </Seen>
  );
}

/** What came of a press is brought into sight: on a phone it lies below the fields. */
function Seen({ children }: { readonly children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    here.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={here} className="form-failed">
      {children}
    </div>
  );
}

interface BarProps {
  readonly acting: Acting;
  readonly verb: string;
  readonly onClose: (() => void) | null;
}

function Bar({ acting, verb, onClose }: BarProps) {
  const words = useSaid(VERB_FORM);
  const { sheet } = useWords();
  const { language } = useSpeech();
  const isOnline = useOnline();
  return (
    <>
      {!isOnline && <p className="due-soon">{words.offline}</p>}
      <div className="bar form-bar">
        {onClose && (
          <Button size="large" onClick={onClose}>
            {sheet.back}
          </Button>
        )}
        <Button
          size="large"
          type="primary"
          htmlType="submit"
          disabled={!isOnline}
          loading={acting.at === 'work'}
        >
          {VERB_WORDS[verb]?.[language] ?? verb}
        </Button>
      </div>
    </>
  );
}
