import { useState } from 'react';
import { Button } from 'antd';
import type { Organisation } from '../../../api/generated/types.gen.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import { usePresent } from '../../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../../ui/receipt.tsx';
import { useCapacity } from '../../../ui/verb-form/use-capacity.ts';
import { timeWords } from '../../../words/day.ts';
import { useSaid } from '../../../words/language.tsx';
import { LETTERS } from '../../../words/letters.ts';
import { ORG } from '../../../words/org.ts';
import { usePost } from '../../admin/use-post.ts';
import { fieldOf } from '../../audit/moment.ts';
import { blankLetter, bodyOf, gapsIn, letterFrom } from './letter-draft.ts';
import { LetterFields } from './letter-fields.tsx';

interface ProposeProps {
  readonly org: Organisation;
}

/** 登记调阅函: a form of its own, since what it opens is chosen and never left out. */
export function Propose({ org }: ProposeProps) {
  const { propose } = useSaid(LETTERS);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="large" type="primary" onClick={() => setOpen(true)}>
        {propose}
      </Button>
      {isOpen && <ProposeSheet org={org} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ProposeSheetProps extends ProposeProps {
  readonly onClose: () => void;
}

function ProposeSheet({ org, onClose }: ProposeSheetProps) {
  const words = useSaid(LETTERS);
  const { will } = useSaid(ORG);
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${org.stream}.org.propose-audit-access`);
  const as = useCapacity('org.propose-audit-access', org.may);
  const { press, acting } = usePost('/v1/org/commands/propose-audit-access');
  const letter = letterFrom(draft.text, blankLetter(fieldOf(me.now).slice(0, 10)));
  const gaps = gapsIn(letter);
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <ConfirmSheet
      isOpen
      sentence={will(as, words.propose)}
      action={words.propose}
      acting={acting}
      canPress={gaps.length === 0}
      onPress={() => press(bodyOf(letter), { onSuccess: draft.drop })}
      onClose={onClose}
    >
      <LetterFields
        org={org}
        letter={letter}
        onChange={(changed) => draft.write(JSON.stringify({ ...letter, ...changed }))}
      />
      <p className="soft" role="status">
        {gaps.length === 0 ? words.notYet : words.gaps(gaps.map((gap) => words.fields[gap]).join('、'))}
        {draft.keptAt !== null && ` ${words.kept(timeWords(draft.keptAt))}`}
      </p>
    </ConfirmSheet>
  );
}
