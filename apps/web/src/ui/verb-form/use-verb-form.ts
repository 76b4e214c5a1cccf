import { useState } from 'react';
import type { Failure } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid } from '../../words/language.tsx';
import type { Asked } from './asked.ts';
import { blankOf } from './model/blank.ts';
import { bodyFrom } from './model/body.ts';
import type { Control } from './model/control.ts';
import type { Choices } from './model/options.ts';
import { replaced, typedFrom, type Typed } from './model/typed.ts';

/** What is typed into a form, kept with every stroke, and how it is sent. */
export function useVerbForm(asked: Asked, control: Control, choices: Choices) {
  const { verb, thing, seen } = asked;
  const { me } = usePresent();
  const { whys } = useSaid(VERB_FORM);
  const [post, setPost] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const draft = useDraft(`${me.person}.${thing.stream}.${verb}`);
  const { press, again, acting } = useAct({ verb, id: thing.id, seen, post });
  const known = { text: choices.texts[0]?.value ?? null, case: thing.case };
  const blank = blankOf(control, known);
  const typed = draft.text === '' ? blank : typedFrom(draft.text);
  const type = (next: Typed): void => draft.write(JSON.stringify(next ?? null));
  const { value, gaps } = bodyFrom(control, typed);
  const send = (): void => {
    setTried(true);
    if (gaps.length === 0) press(value ?? {}, { onSuccess: draft.drop });
  };
  const faults = new Map([
    ...(isTried ? gaps.map(({ pointer, why }) => [pointer, whys[why]] as const) : []),
    ...(acting.at === 'failed' ? faultsOf(acting.failure) : []),
  ]);
  return {
    known,
    typed,
    type,
    keptAt: draft.keptAt,
    isElsewhere: draft.isElsewhere,
    others: { others: draft.others, swap: draft.swap, forget: draft.forget },
    forget: draft.drop,
    faults,
    acting,
    send,
    again,
    /** What was about one text is about another from now on, since the person has seen what changed. */
    cite: (before: string, after: string): void => {
      if (draft.text !== '') type(replaced(typed, before, after));
    },
    post,
    choosePost: setPost,
  };
}

export type VerbFormState = ReturnType<typeof useVerbForm>;

const faultsOf = (failure: Failure): readonly (readonly [string, string])[] =>
  failure.kind === 'problem'
    ? (failure.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail] as const)
    : [];
