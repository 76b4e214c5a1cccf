import { logFindings } from './log.ts';

const of = (state: 'publishing' | 'waiting' | 'stopped') => ({
  code: 'h1',
  state,
  zh: '停止发布',
  en: 'stopped',
});

it('says nothing where nothing was ever signed', () => expect(logFindings([])).toEqual([]));

it('is content when all logs are signed', () =>
  expect(logFindings([of('publishing')])).toMatchObject([{ state: 'ok' }]));

it.each([
  ['stopped', 'bad'],
  ['waiting', 'note'],
] as const)('names the institution whose checkpoints are %s', (state, shown) =>
  expect(logFindings([of('publishing'), of(state)])).toMatchObject([
    { state: shown, says: { zh: 'h1：停止发布', en: 'h1: stopped' } },
  ]),
);
