import { PLURALS } from '@mouding/contract';

/** Where a stream is worked on: `chapter/<id>` below `/chapters/<id>`. */
export function pathOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return kind === 'case' ? `/plans/${id}` : `/${PLURALS[kind] ?? kind}/${id}`;
}
