import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '@mouding/contract';
import { send, type Heard, type Wish } from '../../play/http.ts';

/** Sends until it is neither under way elsewhere nor unlucky. */
export async function settled(api: string, wish: Wish): Promise<Heard> {
  for (let wait = 5; ; wait = Math.min(200, wait * 2)) {
    const heard = await send(api, wish);
    const code = heard.status === 409 ? Problem.parse(JSON.parse(heard.text)).code : '';
    if (code !== 'in-flight' && code !== 'conflict') return heard;
    await pause(wait);
  }
}

/** The same, and when the stream has moved, looks again and sends the same key in the newer version. */
export async function settledAnew(api: string, wish: Wish, on: string): Promise<string> {
  let { headers } = wish;
  for (;;) {
    const { status, text } = await settled(api, { ...wish, ...(headers ? { headers } : {}) });
    if (status !== 412) return `${status} ${text}`;
    const { currentVersion } = Problem.parse(JSON.parse(text));
    headers = { ...headers, 'if-match': `"${on}:${currentVersion}"` };
  }
}
