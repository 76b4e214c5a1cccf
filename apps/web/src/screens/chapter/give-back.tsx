import { useQuery } from '@tanstack/react-query';
import type { Chapter, ReturnPreview } from '../../api/generated/types.gen.ts';
import { returnQuery } from '../../api/queries.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { useLead } from './use-lead.ts';

interface GiveBackProps {
  readonly chapter: Chapter;
  readonly seen: string | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** 退回修改: the reason, and before it is confirmed what falls by it and what stands. */
export function GiveBack({ chapter, seen, isOpen, onClose }: GiveBackProps) {
  const { chapter: words, opinion } = useWords();
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${chapter.stream}.return`);
  const preview = useQuery({ ...returnQuery(chapter.id), enabled: isOpen });
  const { press, acting } = useAct({ verb: 'chapter.return', id: chapter.id, seen });
  const digest = preview.data?.digest;
  const send = (): void =>
    press({ reason: draft.text, ...(digest ? { preview: digest } : {}) }, { onSuccess: draft.drop });
  return (
    <ConfirmSheet
      isOpen={isOpen && acting.at !== 'done'}
      sentence={words.willGiveBack(useLead(chapter), chapter.data.title)}
      action={words.giveBack}
      acting={acting}
      canPress={draft.text.trim() !== '' && digest !== undefined}
      onPress={send}
      onClose={onClose}
    >
      <OpinionBox
        label={words.reason}
        text={draft.text}
        keptAt={draft.keptAt}
        onWrite={draft.write}
        phrases={opinion.back}
        isNeeded
      />
      {preview.data && <Effects of={preview.data} />}
    </ConfirmSheet>
  );
}

function Effects({ of: { falls, stands } }: { readonly of: ReturnPreview }) {
  const { chapter: words } = useWords();
  const { language } = useSpeech();
  const said = (list: ReturnPreview['falls']) => list.map((one) => one.words[language]).join('；');
  return (
    <>
      <p>{falls.length > 0 ? `${words.falls}：${said(falls)}` : words.nothingFalls}</p>
      {stands.length > 0 && (
        <p className="soft">
          {words.stands}：{said(stands)}
        </p>
      )}
    </>
  );
}
