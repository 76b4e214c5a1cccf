import { openMail, openSender, reconcileMessages, StateCache, type Sender } from '@mouding/shell';
import { openPostOffice, type PostOffice } from 'mouding/rehearse/post-office';
import { newStream, openStage, type Stage } from '../ledger/given.ts';
import { DOMAIN, owe, owed, pass } from './given.ts';
import { employ, type Employee } from './staff.ts';

const HOUR = 3_600_000;

/** The page that messages lead to. */
export const PAGE = 'https://guihua.example/';

/** Four people who owe something, a sender that writes to them, and the mail server it writes through. */
export interface Posting {
  readonly office: PostOffice;
  readonly stage: Stage;
  readonly sender: Sender;
  readonly staff: readonly Employee[];
  /** What each of them owes stands on one of these. */
  readonly streams: readonly string[];
  /** Of the staff, in their order. */
  readonly addresses: readonly string[];
  reconcile(): Promise<unknown>;
  /** @returns how many were sent */
  round(): Promise<number>;
  /** Real time of the sender goes on: it is moved, and nobody waits for it. */
  wait(milliseconds: number): void;
  /** As if so much time had passed for everything. */
  later(hours: number): Promise<void>;
  /** Of everything that arrived, sorted. */
  recipients(): readonly string[];
  close(): Promise<void>;
}

/** Longer than any answer takes: a server that is silent on purpose asks for less. */
const PATIENCE = 30_000;

/** @param patience milliseconds that a step of a delivery may take */
export async function openPosting(patience = PATIENCE): Promise<Posting> {
  const office = await openPostOffice();
  const stage = await openStage();
  const staff = await employ(stage, 4);
  const streams = staff.map(() => newStream());
  for (const [i, { post }] of staff.entries())
    await owe(stage, streams[i] ?? '', [owed({ holder: `post:${post}` })]);
  let now = Date.now();
  const notifier = openMail({ url: office.url, from: 'ghb@plan.example', patience, rate: 1_000 });
  const means = { ledger: stage.worker, cache: new StateCache() };
  const sender = openSender({ means, notifier, page: PAGE, now: () => now, chance: () => 1 });
  const reconcile = () =>
    reconcileMessages({ ledger: stage.worker, cache: new StateCache() }, stage.institution, 'mail', DOMAIN);
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  await reconcile();
  return {
    office,
    stage,
    sender,
    staff,
    streams,
    addresses: staff.map(({ address }) => address),
    reconcile,
    round: () => sender.round(stage.institution),
    wait,
    later: async (hours) => {
      wait(hours * HOUR);
      await pass(stage, hours * 60);
    },
    recipients: () => office.arrived.flatMap(({ to }) => to).toSorted(),
    close: async () => {
      notifier.close();
      await office.down();
      await stage.close();
    },
  };
}
