import { randomUUID } from 'node:crypto';
import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises';
import { openLine, written, type Line, type Reply } from '../line.ts';
import type { Crowd, Seat } from '../overload-world.ts';
import { tallyOf, type Kind, type Rush, type RushWish, type Tally } from '../rush.ts';
import { present } from '../subject.ts';

/** Of twenty requests: one that a meeting waits for, two to read, one to fetch an original, the rest handing in. */
const KINDS: readonly Kind[] = ['decide', 'read', 'read', 'export'];
const OF = 20;
const laterKind = (i: number): Exclude<Kind, 'decide'> => {
  const kind = KINDS[i % OF] ?? 'submit';
  return kind === 'decide' ? 'submit' : kind;
};
const TICK_MS = 4;
const PATIENCE_MS = 30_000;

async function answered({ waiting }: Tally): Promise<void> {
  for (const last = performance.now() + PATIENCE_MS; waiting() > 0 && performance.now() < last;)
    await pause(20);
}

/** Sends the command of (g) in a closed loop, and a rush of all kinds of requests in an open one. */
await present<{ port: number; crowd: Crowd }>(async ({ port, crowd }) => {
  const { world, seats } = crowd;
  const lines: Line[] = [];
  const idle: Line[] = [];
  const signs = seats.map((seat) => ({ seat, busy: false, signedIn: false }));
  const turns = { chapter: 0, seat: 0 };
  const json = (cookie: string) => ({
    cookie,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  });
  const body = JSON.stringify(world.body);
  const input = (): string => {
    const chapter = world.chapters[turns.chapter++ % world.chapters.length] ?? '';
    return written('POST', `/v1/chapters/${chapter}/commands/give-input`, json(world.cookie), body);
  };
  const sign = (seat: Seat, signedIn: boolean): string =>
    written('POST', `${seat.commands}/${signedIn ? 'sign-out' : 'sign-in'}`, json(seat.cookie), '{}');

  const open = (): Line => {
    const line = openLine(port);
    lines.push(line);
    return line;
  };
  const freeLine = (most: number): Line | undefined => {
    for (let line = idle.pop(); line; line = idle.pop()) if (line.usable) return line;
    const alive = lines.filter(({ usable }) => usable);
    if (alive.length < lines.length) lines.splice(0, lines.length, ...alive);
    if (lines.length >= most) return undefined;
    return open();
  };
  const ask = (line: Line, request: string, heard: (reply: Reply) => void): void =>
    line.ask(request, (reply) => {
      idle.push(line);
      heard(reply);
    });

  /** What a member does next, and what to do when it is answered; nothing when everybody waits for an answer. */
  const decision = () => {
    for (let i = 0; i < signs.length; i++) {
      const one = signs[turns.seat++ % signs.length];
      if (!one || one.busy) continue;
      one.busy = true;
      const request = sign(one.seat, one.signedIn);
      const heard = ({ status }: Reply): void => {
        one.busy = false;
        if (status === 200) one.signedIn = !one.signedIn;
      };
      return { request, heard };
    }
    return undefined;
  };
  const requestOf = (kind: Exclude<Kind, 'decide'>): { request: string; heard?: (reply: Reply) => void } =>
    kind === 'submit'
      ? { request: input() }
      : { request: written('GET', crowd[kind], { cookie: world.cookie }) };

  /** Where every member still waits for an answer, somebody else comes in their place. */
  const send = (i: number, tally: Tally, connections: number): void => {
    const other = laterKind(i);
    const line = freeLine(connections);
    if (!line) return tally.unsent(other);
    const decided = KINDS[i % OF] === 'decide' ? decision() : undefined;
    const kind = decided ? 'decide' : other;
    const { request, heard } = decided ?? requestOf(other);
    const sent = performance.now();
    tally.sent(kind);
    ask(line, request, (reply) => {
      heard?.(reply);
      tally.heard(kind, reply, performance.now() - sent);
    });
  };

  return {
    op: () =>
      new Promise<void>((resolve, reject) => {
        const line = freeLine(Infinity);
        if (line)
          ask(line, input(), ({ status, body: said }) => {
            if (status === 200) resolve();
            else reject(new Error(`${status} ${said}`));
          });
      }),
    also: {
      /** Opens connections, a few at a time, as many as the rush may use. */
      async open({ connections }: { connections: number }) {
        for (; lines.length < connections; await pause(TICK_MS))
          for (let i = 0; i < 10 && lines.length < connections; i++) idle.push(open());
      },
      /** Sends so many a second whatever comes back, then waits for the answers. */
      async rush({ perSecond, ms, connections }: RushWish): Promise<Rush> {
        const tally = tallyOf();
        const cpu = process.cpuUsage();
        const began = performance.now();
        let sent = 0;
        for (let now = 0; now < ms; now = performance.now() - began) {
          for (const due = Math.floor((now * perSecond) / 1_000); sent < due; sent++)
            send(sent, tally, connections);
          await (performance.now() - began - now < TICK_MS ? pause(TICK_MS) : soon());
        }
        const took = performance.now() - began;
        await answered(tally);
        const { user, system } = process.cpuUsage(cpu);
        return tally.close({ ms: took, whole: performance.now() - began, cpu: user + system });
      },
    },
    close: async () => lines.forEach((line) => line.end()),
  };
});
