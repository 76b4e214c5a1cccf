/** 实时, 重连中, 离线. */
export type Liveness = 'live' | 'connecting' | 'offline';

/** Milliseconds without a word of the server, which says every 15 s that it is there, until it is asked anew. */
const SILENCE = 40_000;
/** Milliseconds until it is asked anew after it would not open the stream: a proxy while the server is restarted. */
const AGAIN = 10_000;

/** What comes of a line. */
interface Ears {
  readonly tell: (liveness: Liveness) => void;
  readonly change: (data: string) => void;
}

/**
 * Keeps a line to the server's stream open, from an entry of the record on: where it breaks, and where nothing is heard
 * although it seems to stand, it is opened again at the last entry that was heard of.
 *
 * @returns the end of it
 */
export function keepLine(seenTo: number, { tell, change }: Ears): () => void {
  let after = seenTo;
  let source: EventSource | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const openIn = (delay: number): void => {
    clearTimeout(waiting);
    waiting = setTimeout(open, delay);
  };
  const close = (): void => {
    clearTimeout(waiting);
    source?.close();
  };
  const lose = (): void => {
    close();
    tell('offline');
  };
  const heard = ({ lastEventId }: MessageEvent<string>): void => {
    after = Number(lastEventId);
    tell('live');
    openIn(SILENCE);
  };
  const broken = (isOver: boolean): void => {
    tell('connecting');
    if (isOver) openIn(AGAIN);
  };
  const open = (): void => {
    if (!navigator.onLine) return lose();
    close();
    tell('connecting');
    source = opened(after, { heard, change, broken });
    openIn(SILENCE);
  };
  open();
  const leave = onNetwork(open, lose);
  return () => {
    leave();
    close();
  };
}

interface Wires {
  readonly heard: (event: MessageEvent<string>) => void;
  readonly change: (data: string) => void;
  /** @param isOver whether the browser will not try again by itself */
  readonly broken: (isOver: boolean) => void;
}

function opened(after: number, { heard, change, broken }: Wires): EventSource {
  const source = new EventSource(`/v1/stream?after=${after}`);
  source.addEventListener('here', heard);
  source.addEventListener('change', (event: MessageEvent<string>) => {
    heard(event);
    change(event.data);
  });
  source.addEventListener('error', () => broken(source.readyState === EventSource.CLOSED));
  return source;
}

function onNetwork(come: () => void, gone: () => void): () => void {
  addEventListener('online', come);
  addEventListener('offline', gone);
  return () => {
    removeEventListener('online', come);
    removeEventListener('offline', gone);
  };
}
