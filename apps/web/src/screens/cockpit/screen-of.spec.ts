import { deskOf, screenOf } from './screen-of.ts';

test('a thing has the screen of its kind, a case its overview', () => {
  expect(screenOf('/v1/chapters/7')).toBe('/chapters/7');
  expect(screenOf('/v1/cases/7')).toBe('/plans/7');
});

test('what is owed leads to where it is done', () => {
  expect(deskOf('1', '/v1/opinions/9')).toBe('/plans/1/opinions?open=9');
  expect(deskOf('1', '/v1/indicators/9')).toBe('/plans/1/indicators');
  expect(deskOf('1', '/v1/contributions/9')).toBe('/contributions/9');
});
