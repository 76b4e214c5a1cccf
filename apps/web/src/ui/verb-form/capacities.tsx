import type { May, Me } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid } from '../../words/language.tsx';
import type { Asked } from './asked.ts';

/** What is asked of a thing, by what the thing says of who may. */
export type AskedOf = { readonly verb: string; readonly thing: { readonly may: readonly May[] } };

/** The posts in which the verb may be asked, the one that is taken by default first. */
function postsFor(me: Me, { verb, thing }: AskedOf): readonly Me['capacities'][number][] {
  const posts = thing.may.find(({ command }) => command === verb)?.posts;
  if (posts === undefined) return me.capacities;
  return posts.flatMap((post) => me.capacities.find((held) => held.post === post) ?? []);
}

/** The title of the post in which it would be asked. */
export const capacityOf = (me: Me, asked: AskedOf, post: string | null): string => {
  const posts = postsFor(me, asked);
  return (posts.find((held) => held.post === post) ?? posts[0])?.title ?? me.name ?? '';
};

interface CapacitiesProps {
  readonly asked: Asked;
  readonly post: string | null;
  readonly onChoose: (post: string) => void;
}

/** 以何身份, where a person may ask it in several posts. */
export function Capacities({ asked, post, onChoose }: CapacitiesProps) {
  const { me } = usePresent();
  const words = useSaid(VERB_FORM);
  const posts = postsFor(me, asked);
  if (posts.length < 2) return null;
  return (
    <fieldset className="form-field">
      <legend>{words.as}</legend>
      <div className="form-radios">
        {posts.map(({ post: each, title }, i) => (
          <label key={each}>
            <input
              type="radio"
              name="capacity"
              checked={each === post || (post === null && i === 0)}
              onChange={() => onChoose(each)}
            />
            {title}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
