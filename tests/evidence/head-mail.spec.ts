import { startCatcher, type Catcher } from 'mouding/inbox/catcher';
import { openMailbox, type Mailbox } from 'mouding/inbox/mailbox';
import { headMailer, openMail, type HeadMailer, type Notifier } from '@mouding/shell';
import { sha256, type StoredCheckpoint } from '@mouding/ledger';
import { openStage, type Stage } from '../ledger/given.ts';

const TO = ['archive@health.example', 'archive@sister.example'];
const checkpoint: StoredCheckpoint = {
  generation: 0,
  origin: 'hospital.example/log/1',
  size: 7,
  root: sha256('a tree'),
  note: 'hospital.example/log\n7\nroot\n\n— hospital.example/log AAAA\n',
  cosignatures: [],
  at: '2026-01-05T01:00:00.000Z',
};
let stage: Stage;
let mailbox: Mailbox;
let catcher: Catcher;
let notifier: Notifier;
let mailer: HeadMailer;
let now: Date;

/** A mailer as a worker makes it when it starts. */
const mailerNow = (): HeadMailer =>
  headMailer({
    heads: () =>
      Promise.resolve([{ institution: { id: stage.institution, name: '云岭市中医院' }, checkpoint }]),
    mailed: stage.worker.mailedHeads,
    notifier,
    to: TO,
    domain: 'hospital.example',
    now: () => now,
  });

beforeAll(async () => (stage = await openStage()));
afterAll(() => stage.close());
beforeEach(async () => {
  mailbox = openMailbox(10);
  catcher = await startCatcher(mailbox, 0);
  notifier = openMail({ url: `smtp://127.0.0.1:${catcher.port}`, from: 'mouding@hospital.example' });
  mailer = mailerNow();
});
afterEach(async () => {
  notifier.close();
  await catcher.stop();
});

it('mails the head once a day to each party, checkpoint and all', async () => {
  now = new Date('2026-01-05T01:00:00.000Z');
  expect(await mailer.round()).toBe(2);
  expect(await mailer.round()).toBe(0);
  // A worker that starts again has forgotten nothing.
  expect(await mailerNow().round()).toBe(0);
  const mails = mailbox.list();
  expect(mails.flatMap(({ recipients }) => recipients).toSorted()).toEqual(TO);
  for (const { subject, text, messageId } of mails) {
    expect(messageId).toBe(`<head.${stage.institution}.2026-01-05@hospital.example>`);
    expect(subject).toContain('云岭市中医院 2026-01-05 记录链校验值（7 条）');
    expect(text).toContain('hospital.example/log\n7\nroot\n\n— hospital.example/log AAAA');
  }
  now = new Date('2026-01-06T01:00:00.000Z');
  expect(await mailer.round()).toBe(2);
});

it('tries again what did not get through', async () => {
  now = new Date('2026-02-05T01:00:00.000Z');
  await catcher.stop();
  expect(await mailer.round()).toBe(0);
  catcher = await startCatcher(mailbox, catcher.port);
  expect(await mailer.round()).toBe(2);
});
