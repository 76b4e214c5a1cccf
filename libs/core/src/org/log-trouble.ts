import { z } from 'zod';
import { record, refuse, type Command, type Given, type Recorded } from '../decider.ts';
import { notNow } from '../refusal.ts';
import { streamName } from '../stream.ts';
import type { TreeLogFact } from './tree-log.ts';

/** What the checkpointer found: a trouble with its sentence, or that it publishes again. */
export type NoteLogTrouble = {
  readonly trouble: string | null;
  readonly said: { readonly zh: string; readonly en: string };
};

const onOrg = {
  on: 'org',
  concurrent: true,
  needs: (_: unknown, id: string) => [{ write: streamName('org', id) }],
} as const;

/**
 * 检查点停发告警: the checkpointer says why nothing is published, once for each trouble, and when it publishes again.
 * Nobody's work waits for it.
 *
 * @source GB/T 22239-2019 8.1.5.4（集中管控：安全事件识别、报警）
 */
export const noteLogTrouble: Command<'org', NoteLogTrouble> = {
  ...onOrg,
  verb: 'org.note-log-trouble',
  decide(given, _, { trouble, said }) {
    const { now } = given;
    const known = given.org.context.treeLog.trouble;
    if (trouble === (known?.trouble ?? null)) return { facts: [] };
    if (trouble === null)
      return { facts: [factOf(given, { type: 'CheckpointsResumed', data: { at: now } })] };
    return { facts: [factOf(given, { type: 'CheckpointsStopped', data: { trouble, said, at: now } })] };
  },
};

export const SeeLogTrouble = z
  .strictObject({})
  .meta({ id: 'SeeLogTrouble', description: '知悉检查点停发 · takes note that no checkpoints come out' });

/** 知悉: the alarm leaves the list of what is to be done; it stands on the page until checkpoints come out again. */
export const seeLogTrouble: Command<'org', z.infer<typeof SeeLogTrouble>> = {
  ...onOrg,
  verb: 'org.see-log-trouble',
  decide(given) {
    const { trouble } = given.org.context.treeLog;
    const { person, as } = given.actor;
    if (!trouble || trouble.seen.includes(as))
      return refuse(
        notNow('log.trouble', '检查点没有待知悉的告警', 'No alarm of the checkpoints waits to be seen', {
          trouble: trouble?.trouble ?? null,
        }),
      );
    return { facts: [factOf(given, { type: 'CheckpointTroubleSeen', data: { by: person ?? '', as } })] };
  },
};

const factOf = ({ institution }: Given, fact: TreeLogFact): Recorded =>
  record(streamName('org', institution), fact);
