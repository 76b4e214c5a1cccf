import { CommandAnswer } from '@mouding/contract';
import type { Company } from '../../play/company.ts';
import { keyOf, type Heard, type Wish } from '../../play/http.ts';
import { entriesOf, type LoggedEntry } from '../../play/log.ts';
import type { Act } from '../../play/stage.ts';

/** A command that was answered, as it was sent. */
export interface Kept {
  readonly act: Act;
  readonly wish: Wish;
  readonly heard: Heard;
}

/** Answers whose receipts are not exactly the entries that the log holds under their key. */
export async function unlike(
  answers: readonly Kept[],
  { company, ownerUrl }: { readonly company: Company; readonly ownerUrl: string },
): Promise<readonly string[]> {
  const logs: LoggedEntry[] = [];
  for (const id of Object.values(company.houses)) logs.push(...(await entriesOf(ownerUrl, id as string)));
  return answers.flatMap(({ act, wish, heard }) => {
    // Every key is used once; the entries of a record are also those of whoever was recorded.
    const logged = logs.filter(({ key }) => key === keyOf(wish)).map(({ leafHash }) => leafHash);
    const told =
      heard.status < 300
        ? CommandAnswer.parse(JSON.parse(heard.text)).receipts.map(({ leafHash }) => leafHash)
        : [];
    const same =
      heard.status < 300 ? told.toSorted().join() === logged.toSorted().join() : logged.length === 1;
    return same ? [] : [`${act.verb} by ${act.who}: told ${told.length}, in the log ${logged.length}`];
  });
}
