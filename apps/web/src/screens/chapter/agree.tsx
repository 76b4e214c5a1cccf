import type { Chapter } from '../../api/generated/types.gen.ts';
import type { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useWords } from '../../words/language.tsx';

export interface SheetProps {
  readonly chapter: Chapter;
  /** 第3稿, as the person saw it. */
  readonly draft: string;
  readonly act: ReturnType<typeof useAct>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** 同意: capacity, chapter and version in one sentence; an opinion beside it where one is wished. */
export function Agree({ chapter, draft: version, act: { press, acting }, isOpen, onClose }: SheetProps) {
  const words = useSaid(CHAPTER);
  const { opinion } = useWords();
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${chapter.stream}.agree`);
  const said = draft.text.trim();
  const send = (): void =>
    press({ text: chapter.data.text, ...(said === '' ? {} : { words: said }) }, { onSuccess: draft.drop });
  return (
    <ConfirmSheet
      isOpen={isOpen && acting.at !== 'done'}
      sentence={words.willSignOff(useCapacity('chapter.sign-off', chapter.may), chapter.data.title, version)}
      action={words.agree}
      acting={acting}
      onPress={send}
      onClose={onClose}
    >
      <OpinionBox label={words.opinion} draft={draft} phrases={opinion.agree} isNeeded={false} />
    </ConfirmSheet>
  );
}
