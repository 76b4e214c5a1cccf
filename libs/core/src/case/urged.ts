import type { Fact, StreamName } from '../stream.ts';

/** An obligation of which the office reminded: a stream, which of its obligations, and the verb that settles it. */
export type UrgedThing = { readonly stream: StreamName; readonly name: string; readonly verb: string };

/** 催办 on a Beijing day. It changes nothing of what is owed. */
export type UrgedFact = Fact<'Urged', { on: string; things: readonly UrgedThing[] }>;

/** The Beijing day on which something was urged last, by {@link keyOfUrged}. */
export interface Urgings {
  readonly [key: string]: string;
}

export const keyOfUrged = ({ stream, name }: Pick<UrgedThing, 'stream' | 'name'>): string =>
  `${stream} ${name}`;

export const withUrged = (urged: Urgings, { on, things }: UrgedFact['data']): Urgings => ({
  ...urged,
  ...Object.fromEntries(things.map((thing) => [keyOfUrged(thing), on])),
});
