import { witnessTrouble, type WitnessAsked } from './cosigning.ts';
import { openWitnessing } from './witnesses.ts';

const asked = (...outcomes: readonly WitnessAsked['outcome'][]): readonly WitnessAsked[] =>
  outcomes.map((outcome, at) => ({ witness: `w${at}.example+00000000+key`, outcome }));

it.each<[string, readonly WitnessAsked[], number, object | null]>([
  ['nobody watches', [], 0, null],
  ['all have signed', asked('cosigned', 'had'), 2, null],
  [
    'one is away, and none is demanded',
    asked('had', 'away'),
    0,
    { trouble: 'witness-away', witnesses: ['w1.example'] },
  ],
  ['one is away, and enough have signed', asked('had', 'away', 'cosigned'), 2, null],
  [
    'too few have signed',
    asked('refused', 'away', 'cosigned'),
    2,
    { trouble: 'unwitnessed', required: 2, signed: 1, witnesses: ['w0.example', 'w1.example'] },
  ],
])('%s', (_, witnesses, required, trouble) => {
  expect(witnessTrouble(witnesses, required)).toEqual(trouble);
});

it('does not begin where more must sign than are named', () => {
  expect(() => openWitnessing(undefined, 1)).toThrow('only 0 are named in WITNESSES');
  expect(openWitnessing(undefined, 0)).toEqual({ witnesses: [], required: 0 });
});
