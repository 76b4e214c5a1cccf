import { decisionReason } from './decision-reason.ts';

const said = (version: number, type: string, words: { [field: string]: unknown }) => ({
  version,
  type,
  subject: 'chair',
  said: words,
});

test('the reason is the one of the decision that was entered last, or as it was put right', () => {
  expect(decisionReason([])).toEqual({ now: '', before: [] });
  const entered = [said(4, 'ItemDecided', { reason: '先' }), said(6, 'ItemDecided', { reason: '后' })];
  expect(decisionReason(entered)).toEqual({ now: '后', before: [] });
  const corrected = said(9, 'DecisionCorrected', { reason: '听错', stated: '资金须先落实' });
  const conditionAlone = said(10, 'DecisionCorrected', { reason: '错字' });
  expect(decisionReason([...entered, corrected, conditionAlone])).toEqual({
    now: '资金须先落实',
    before: [{ said: '后', why: '听错' }],
  });
});

test('where no reason was given first, nothing stands struck through', () => {
  const corrected = said(9, 'DecisionCorrected', { reason: '漏记', stated: '资金须先落实' });
  expect(decisionReason([said(4, 'ItemDecided', {}), corrected])).toEqual({
    now: '资金须先落实',
    before: [],
  });
});
