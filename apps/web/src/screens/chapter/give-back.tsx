import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReturnPreview } from '../../api/generated/types.gen.ts';
import { clausesReturnQuery } from '../../api/returns.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import type { SheetProps } from './agree.tsx';
import { ClausePicker } from './clause-picker.tsx';

/** 退回修改: the reason, which paragraphs, and before it is confirmed what falls by it and what stands. */
export function GiveBack({ chapter, draft: version, act: { press, acting }, isOpen, onClose }: SheetProps) {
  const words = useSaid(CHAPTER);
  const { opinion } = useWords();
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${chapter.stream}.return`);
  const [clauses, setClauses] = useState<readonly number[]>([]);
  const preview = useQuery({ ...clausesReturnQuery(chapter.id, clauses), enabled: isOpen });
  const digest = preview.data?.digest;
  const send = (): void => press(returning(draft.text, clauses, digest), { onSuccess: draft.drop });
  return (
    <ConfirmSheet
      isOpen={isOpen && acting.at !== 'done'}
      sentence={words.willGiveBack(useCapacity('chapter.return', chapter.may), chapter.data.title, version)}
      action={words.giveBack}
      acting={acting}
      canPress={draft.text.trim() !== '' && digest !== undefined}
      onPress={send}
      onClose={onClose}
    >
      <OpinionBox label={words.reason} draft={draft} phrases={opinion.back} isNeeded />
      <ClausePicker chapter={chapter} chosen={clauses} onChoose={setClauses} />
      {preview.data && <Effects of={preview.data} />}
    </ConfirmSheet>
  );
}

/** What is sent: without paragraphs it is the whole chapter. */
const returning = (reason: string, clauses: readonly number[], digest: string | undefined) => ({
  reason,
  ...(clauses.length > 0 ? { clauses } : {}),
  ...(digest ? { preview: digest } : {}),
});

function Effects({ of: { falls, stands } }: { readonly of: ReturnPreview }) {
  const words = useSaid(CHAPTER);
  const { language } = useSpeech();
  const said = (list: ReturnPreview['falls']) =>
    list.map((one) => one.words[language]).join(language === 'zh' ? '；' : '; ');
  return (
    <div className="chapter-effects" aria-live="polite">
      <p>{falls.length > 0 ? `${words.falls}${colon(language)}${said(falls)}` : words.nothingFalls}</p>
      {stands.length > 0 && (
        <p className="soft">
          {words.stands}
          {colon(language)}
          {said(stands)}
        </p>
      )}
    </div>
  );
}
