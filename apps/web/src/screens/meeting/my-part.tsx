import { Button } from 'antd';
import { useState } from 'react';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';

interface MyPartProps {
  readonly thing: Meeting;
  readonly seen: string | null;
}

/** 身份、签到、回避: as whom I am here, that I have come, and that I leave for this item. */
export function MyPart({ thing, seen }: MyPartProps) {
  const words = useSaid(CONGRESS);
  const { me } = usePresent();
  const { roll, here, recusals } = thing.data;
  const held = me.capacities.find(({ post }) =>
    roll.some((seat) => seat.post === post && VOTING.has(seat.role)),
  );
  if (!held) return null;
  const isHere = here.includes(held.post);
  const isRecused = recusals.some(({ post }) => post === held.post);
  return (
    <section className="sheet stage my-part" aria-label={words.identity}>
      <p className="sentence">
        {held.title}
        {isHere && <span className="soft"> · {words.signedIn}</span>}
        {isRecused && <span className="due-soon"> · {words.recused}</span>}
      </p>
      <SignIn thing={thing} seen={seen} post={held.post} />
      {isHere && <SignOut thing={thing} seen={seen} post={held.post} />}
      {isRecused ? (
        <Return thing={thing} seen={seen} post={held.post} as={held.title} />
      ) : (
        <Recuse thing={thing} seen={seen} post={held.post} as={held.title} />
      )}
    </section>
  );
}

const VOTING: ReadonlySet<string> = new Set(['chair', 'deputy', 'member']);

interface OwnProps extends MyPartProps {
  readonly post: string;
}

const allows = ({ may }: Meeting, verb: string): boolean =>
  may.some(({ command, allowed }) => command === verb && allowed);

function SignIn({ thing, seen, post }: OwnProps) {
  const words = useSaid(CONGRESS);
  const [isVideo, setVideo] = useState(false);
  const { press, acting } = useAct({ verb: 'meeting.sign-in', id: thing.id, seen, post });
  if (!allows(thing, 'meeting.sign-in') || thing.data.here.includes(post)) return null;
  return (
    <>
      <label className="my-video">
        <input type="checkbox" checked={isVideo} onChange={({ target }) => setVideo(target.checked)} />
        {words.video}
      </label>
      <Button
        type="primary"
        size="large"
        block
        className="my-button"
        loading={acting.at === 'work'}
        onClick={() => press(isVideo ? { by: 'video' } : {})}
      >
        {words.signIn}
      </Button>
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
    </>
  );
}

/** 离会登记, for whoever has come. */
function SignOut({ thing, seen, post }: OwnProps) {
  const words = useSaid(CONGRESS);
  const { press, acting } = useAct({ verb: 'meeting.sign-out', id: thing.id, seen, post });
  if (!allows(thing, 'meeting.sign-out')) return null;
  return (
    <>
      <Button className="my-button" loading={acting.at === 'work'} onClick={() => press({})}>
        {words.signOut}
      </Button>
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
    </>
  );
}

type OwnAs = OwnProps & { readonly as: string };

const Recuse = (own: OwnAs) => {
  const words = useSaid(CONGRESS);
  const { as, thing } = own;
  return (
    <WithReason
      {...own}
      verb="meeting.recuse"
      draftOf="recuse"
      label={words.recuse}
      sentence={words.recuseWill(as, thing.data.item.title)}
      why={words.recuseWhy}
    />
  );
};

/** 撤回回避, for whoever left for the item. */
const Return = (own: OwnAs) => {
  const words = useSaid(CONGRESS);
  const { as, thing } = own;
  return (
    <WithReason
      {...own}
      verb="meeting.withdraw-recusal"
      draftOf="return"
      label={words.return}
      sentence={words.returnWill(as, thing.data.item.title)}
      why={words.returnWhy}
    />
  );
};

interface WithReasonProps extends OwnProps {
  readonly verb: string;
  readonly draftOf: string;
  readonly label: string;
  readonly sentence: string;
  readonly why: string;
}

/** A button that says what it will do and asks why. */
function WithReason({ thing, seen, post, verb, draftOf, label, sentence, why }: WithReasonProps) {
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`${me.person}.${thing.stream}.${draftOf}`);
  const { press, acting } = useAct({ verb, id: thing.id, seen, post });
  const reason = draft.text.trim();
  if (!allows(thing, verb)) return null;
  const sent = (): void => {
    draft.drop();
    setOpen(false);
  };
  return (
    <>
      <Button className="my-button" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={sentence}
        action={label}
        acting={acting}
        canPress={reason !== ''}
        onPress={() => press({ reason }, { onSuccess: sent })}
        onClose={() => setOpen(false)}
      >
        <OpinionBox label={why} draft={draft} phrases={[]} isNeeded />
      </ConfirmSheet>
    </>
  );
}
