import { useQuery } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { listInstitutions, signIn } from '../../api/generated/sdk.gen.ts';
import type { SessionRequest } from '../../api/generated/types.gen.ts';
import { lastEntered, useEntering } from '../../frame/use-entering.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { useWords } from '../../words/language.tsx';
import { DoorForm } from './door-form.tsx';

/** P1 登录: which institution, who. No image to decipher; the server slows down whoever guesses. */
export function SignIn() {
  const words = useWords();
  const houses = useQuery({ queryKey: ['institutions'], queryFn: () => dataOf(listInstitutions()) });
  const entering = useEntering((body: SessionRequest) => dataOf(signIn({ body })));
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <h1 className="brand">{words.product}</h1>
        <p className="soft">{words.motto}</p>
        <Fetched query={houses}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{words.signIn.none}</p>
            ) : (
              <DoorForm
                institutions={items}
                last={lastEntered()}
                isBusy={entering.isPending}
                error={entering.error}
                onEnter={entering.mutate}
              />
            )
          }
        </Fetched>
        <p className="soft">{words.secrecy}</p>
      </div>
    </main>
  );
}
