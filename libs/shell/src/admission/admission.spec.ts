import { setImmediate as soon } from 'node:timers/promises';
import { Admission, CLASSES, type Leave, type RequestClass } from './admission.ts';

const few = (waiting: number, patienceMs = 60_000) =>
  new Admission({
    atOnce: 2,
    waiting: { decide: waiting, submit: waiting, read: waiting, export: waiting },
    patienceMs,
  });
const here = (): AbortSignal => new AbortController().signal;

test('so many work at once, so many wait, and whoever comes then is refused at once', async () => {
  const admission = few(1);
  const working = [await admission.enter('read', here()), await admission.enter('read', here())];
  const waiting = admission.enter('read', here());
  expect(await admission.enter('read', here())).toBeUndefined();
  expect(admission.load).toEqual({ working: 2, waiting: { decide: 0, submit: 0, read: 1, export: 0 } });
  working[0]?.();
  expect(await waiting).toBeInstanceOf(Function);
  expect(admission.load.working).toBe(2);
});

test('a place that comes free goes to a vote before a submission, to that before a read, to that before an export', async () => {
  const admission = few(10);
  const [first, second] = [await admission.enter('read', here()), await admission.enter('read', here())];
  const order: RequestClass[] = [];
  const leaves: Leave[] = [];
  const come = async (of: RequestClass): Promise<void> => {
    const leave = await admission.enter(of, here());
    order.push(of);
    if (leave) leaves.push(leave);
  };
  const all = Promise.all([...CLASSES].toReversed().flatMap((of) => [come(of), come(of)]));
  first?.();
  second?.();
  while (order.length < 8) {
    await soon();
    leaves.shift()?.();
  }
  await all;
  expect(order).toEqual(CLASSES.flatMap((of) => [of, of]));
});

test('a full class takes no place from another', async () => {
  const admission = new Admission({
    atOnce: 1,
    waiting: { decide: 1, submit: 0, read: 0, export: 0 },
    patienceMs: 60_000,
  });
  const leave = await admission.enter('read', here());
  expect(await admission.enter('read', here())).toBeUndefined();
  const vote = admission.enter('decide', here());
  leave?.();
  expect(await vote).toBeInstanceOf(Function);
});

test('whoever waits too long, or goes away, leaves the queue', async () => {
  const admission = few(10, 1);
  await admission.enter('read', here());
  await admission.enter('read', here());
  expect(await admission.enter('submit', here())).toBeUndefined();
  const patient = few(10);
  await patient.enter('read', here());
  await patient.enter('read', here());
  const gone = new AbortController();
  const waiting = patient.enter('submit', gone.signal);
  gone.abort();
  expect(await waiting).toBeUndefined();
  expect(await patient.enter('submit', gone.signal)).toBeUndefined();
  expect(patient.load.waiting.submit).toBe(0);
});

test('where somebody waited in vain nobody waits, until a place comes that they could have', async () => {
  const admission = few(10, 20);
  const [first, second] = [await admission.enter('submit', here()), await admission.enter('submit', here())];
  expect(await admission.enter('read', here())).toBeUndefined();
  expect([admission.hasRoom('read'), admission.hasRoom('submit')]).toEqual([false, true]);
  const vote = admission.enter('decide', here());
  first?.();
  expect(await vote).toBeInstanceOf(Function);
  expect(admission.hasRoom('read')).toBe(false);
  second?.();
  await admission.enter('submit', here());
  expect(admission.hasRoom('read')).toBe(true);
});

test('a leave that is given back twice frees one place', async () => {
  const admission = few(0);
  const leave = await admission.enter('read', here());
  await admission.enter('read', here());
  leave?.();
  leave?.();
  expect(admission.load.working).toBe(1);
});
