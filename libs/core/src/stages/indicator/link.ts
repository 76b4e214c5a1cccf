import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import type { IndicatorPlace } from './facts.ts';
import { indicatorNeeds, rowsNamed } from './indicator.ts';

const around = z.string().max(24).default('');

export const LinkIndicator = z
  .strictObject({
    row: z.uuid(),
    text: TextRef.meta({ description: '所见文稿 · the text in which it stands' }),
    place: z.strictObject({
      node: z
        .string()
        .regex(/^n[0-9a-z]{10}$/)
        .nullable()
        .meta({ description: '段落标识；文稿没有段落标识的为空 · the node' }),
      quote: z.string().min(1).max(24).meta({ description: '文中的数值 · the value as it stands' }),
      before: around.meta({ description: '其前的文字 · the words before it' }),
      after: around.meta({ description: '其后的文字 · the words behind it' }),
      cites: z.enum(['current', 'target']).meta({ description: '引用现状值或者目标值 · which figure' }),
    }),
  })
  .meta({ id: 'LinkIndicator', description: '关联文中引用 · says where the text cites a figure' });
type LinkIndicator = z.infer<typeof LinkIndicator>;

/** 关联文中引用: from then on it is known what the text says of the figure, also when either changes. */
export const linkIndicator: Command<'indicator', LinkIndicator> = {
  verb: 'indicator.link',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: (known, id, { text }) => [...indicatorNeeds(known, id), { text }],
  decide(given, id, { row, text, place }) {
    const rows = rowsNamed(given.state('indicator', id), [row]);
    if ('rule' in rows) return refuse(rows);
    const refusal = stray(given, text, place);
    if (refusal) return refuse(refusal);
    const fact = { type: 'IndicatorLinked', data: { row, place } };
    return { facts: [record(streamName('indicator', id), fact)] };
  },
};

function stray(given: Given, text: TextRef, { quote, before, after }: IndicatorPlace): Refusal | null {
  if (!given.has(text))
    return notNow(
      'text.known',
      '未找到所引用的文稿',
      'The text is not known here',
      {},
      { zh: '请重新上传文稿', en: 'Upload it first' },
    );
  if (before + after === '')
    return against(
      'indicator.place',
      '请一并给出数值前后的文字',
      'The words around it are needed',
      {
        quote,
      },
      {
        zh: '请从最新文稿中复制该处，前后各带几个字',
        en: 'Copy the place from the newest text, with the words around it',
      },
    );
  const words = before + quote + after;
  const plain = given.text(text);
  const at = plain.indexOf(words);
  if (at >= 0 && !plain.includes(words, at + 1)) return null;
  return notNow(
    'indicator.place',
    at < 0 ? '文稿中没有找到该处' : '文稿中不止一处，请多引几个字',
    at < 0 ? 'The place does not occur' : 'It occurs more than once',
    { quote, before, after },
    {
      zh: '请从最新文稿中复制该处，前后各带几个字',
      en: 'Copy the place from the newest text, with the words around it',
    },
  );
}

export const UnlinkIndicator = LinkIndicator.omit({ text: true }).meta({
  id: 'UnlinkIndicator',
  description: '解除文中引用 · a place cites the figure no more',
});

export const unlinkIndicator: Command<'indicator', z.infer<typeof UnlinkIndicator>> = {
  verb: 'indicator.unlink',
  on: 'indicator',
  concurrent: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, { row, place }) {
    const rows = rowsNamed(given.state('indicator', id), [row]);
    if ('rule' in rows) return refuse(rows);
    const isThere = rows[0]?.places.some(
      ({ node, quote, before, after }) =>
        node === place.node && quote === place.quote && before === place.before && after === place.after,
    );
    if (!isThere)
      return refuse(
        notNow(
          'indicator.linked',
          '没有关联该处',
          'The place is not linked',
          { quote: place.quote },
          { zh: '请刷新后从已关联的各处中选择', en: 'Look at the linked places again' },
        ),
      );
    const fact = { type: 'IndicatorUnlinked', data: { row, place } };
    return { facts: [record(streamName('indicator', id), fact)] };
  },
};
