import type { Definition } from '@mouding/core';
import { publish } from '../open-case.ts';
import type { Story } from '../story.ts';
import type { Scene } from './scenario.ts';

type Step = Definition['steps'][number];
type Rules = NonNullable<Definition['bodies'][string]['rules']>;

const ANEW = {
  'in-principle': 'again',
  'not-passed': 'again',
  deferred: 'again',
  withdrawn: 'again',
  referred: 'again',
};

const decided = (body: string, title: string, next: string): Step => ({
  id: body,
  kind: 'meeting@1',
  title,
  with: { body, subject: 'scheme', binds: true },
  then: { ...ANEW, passed: next },
});

/** 编制工作方案 before 院长办公会 and 党委会 alone, by the rules of the shipped procedure and these on top of them. */
export function twoBodies({ bodies }: Definition, id: string, rules: Rules): Definition {
  const weighing = (key: string) => {
    const body = bodies[key];
    if (!body) throw new Error(`there is no body ${key}`);
    return { ...body, rules: { ...body.rules, ...rules } };
  };
  return {
    id,
    title: '编制工作方案审议程序',
    summary: '',
    bodies: {
      'dean-meeting': weighing('dean-meeting'),
      'party-committee': weighing('party-committee'),
    },
    chapters: [],
    steps: [
      decided('dean-meeting', '院长办公会审议', 'party-committee'),
      decided('party-committee', '党委会审议', 'issue'),
      {
        id: 'issue',
        kind: 'issue@1',
        title: '印发编制工作方案',
        with: { subject: 'scheme', closesOn: 'issued', gates: ['dean-meeting', 'party-committee'] },
        then: { issued: 'end', received: 'end' },
      },
    ],
  };
}

/** Publishes the procedure and opens a scheme under it. */
export async function openScheme(scene: Scene, definition: Definition, title: string): Promise<Story> {
  const clerk = await scene.hospital.cast.as('office');
  await publish(clerk, definition);
  const scheme = await clerk.keep(`${title}\n为做好规划编制工作，制定本方案。\n`);
  const { made } = await clerk.make('case', { title, procedure: definition.id, scheme, authority: null });
  return { ...scene.of(made.slice('case/'.length)), definition };
}
