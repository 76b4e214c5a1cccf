import type { Definition } from '@mouding/core';

type Body = Definition['bodies'][string];

/** A body that decides by the usual numbers. @source 中国共产党党组工作条例 §27 到会三分之二以上，赞成过半数 */
export const newBody = (title: string): Body => ({
  title,
  decides: 'vote',
  ballot: 'named',
  quorum: { base: 'all', num: 2, den: 3, inclusive: true },
  pass: { base: 'all', num: 1, den: 2, strict: true },
  recusal: 'exclude',
  notice: { n: 0, unit: 'natural', effect: 'warn', roll: true },
  words: {
    passed: '审议通过',
    'in-principle': '原则同意',
    'not-passed': '未予通过',
    deferred: '缓议',
    withdrawn: '撤回议题',
    referred: '提请上级决定',
  },
  minutes: 'online',
  recorded: {},
});

/** The smallest procedure: a text that one body decides on. */
export const emptyDefinition = (title: string, body: string): Definition => ({
  id: `procedure-${Date.now().toString(36)}`,
  title,
  summary: '',
  bodies: { 'party-committee': newBody(body) },
  chapters: [],
  steps: [
    {
      id: 'stage-1',
      kind: 'meeting@1',
      title: `${body}审议`,
      with: { body: 'party-committee', subject: 'scheme' },
      then: { passed: 'stage-2', 'not-passed': 'again', deferred: 'again' },
    },
    {
      id: 'stage-2',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'scheme', gates: ['stage-1'] },
      then: { issued: 'end', received: 'end' },
    },
  ],
});
