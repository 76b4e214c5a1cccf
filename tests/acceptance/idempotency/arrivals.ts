import { deliverAnswer, deliverFiling, type Means } from '@mouding/shell';
import { entriesOf } from '../../play/log.ts';
import type { Company } from '../../play/company.ts';

/** The messages between two institutions that the log holds, each ready to arrive once more. */
export interface Arrivals {
  /** @returns `done`, or why it failed */
  filing(): Promise<string>;
  answer(): Promise<string>;
}

/** @throws Error when nothing was filed and answered */
export async function arrivalsOf(means: Means, { houses }: Company, ownerUrl: string): Promise<Arrivals> {
  const { hospital, authority } = houses;
  const sent = (await entriesOf(ownerUrl, hospital)).find(
    ({ type, data }) => type === 'FilingSent' && data['authority'] !== null,
  );
  const id = sent?.stream.slice('filing/'.length) ?? '';
  const received = (await entriesOf(ownerUrl, authority)).find(
    ({ type, data }) => type === 'DossierReceived' && JSON.stringify(data['from']).includes(id),
  );
  const answered = (await entriesOf(ownerUrl, authority)).find(
    ({ type, stream }) => type === 'DossierAnswered' && stream === received?.stream,
  );
  if (!sent || !answered || !received) throw new Error('a filing was sent and answered');
  const { title } = received.data as { readonly title: string };
  const { text, letter, manifest, no } = sent.data as Pick<
    Parameters<typeof deliverFiling>[1],
    'text' | 'letter' | 'manifest' | 'no'
  >;
  const what = { title, text, letter, manifest, no };
  const filing = { institution: hospital, stream: sent.stream, to: authority, ...what };
  const answer = answered.data as Pick<Parameters<typeof deliverAnswer>[1], 'outcome' | 'number' | 'letter'>;
  const back = {
    institution: authority,
    stream: answered.stream,
    to: hospital,
    filing: id,
    ...answer,
  };
  return {
    filing: () => outcome(deliverFiling(means, filing)),
    answer: () => outcome(deliverAnswer(means, back)),
  };
}

async function outcome(work: Promise<void>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
