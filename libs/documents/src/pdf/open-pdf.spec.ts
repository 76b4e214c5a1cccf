import { slipSample } from '../paper/samples.ts';
import { fontsFrom } from './fonts.ts';
import { openPdf } from './open-pdf.ts';
import { writePdf } from './write-pdf.ts';

const fonts = fontsFrom(null);

test('a paper set in the process beside is the same, a bad one is answered, and the next is set', async () => {
  const press = openPdf({ fonts });
  const bad = { kind: 'picture', bytes: new Uint8Array(3), media: 'image/png', width: 9, alt: '' } as const;
  const [refused, set, pages] = await Promise.all([
    press.write({ ...slipSample, body: [bad] }),
    press.write(slipSample),
    press.pages(slipSample),
  ]);
  await press.close();
  expect(refused).toMatchObject({ kind: 'pdf-failure', cause: 'paper' });
  expect(set).toEqual(await writePdf(slipSample, fonts));
  expect(pages).toHaveLength(1);
});

test('a paper that takes too long is ended and answered', async () => {
  const press = openPdf({ fonts, patience: 1 });
  expect(await press.write(slipSample)).toMatchObject({ kind: 'pdf-failure', cause: 'time' });
  await press.close();
  expect(await press.write(slipSample)).toMatchObject({ kind: 'pdf-failure', cause: 'process' });
});

test('fonts that cannot be read end the process, which is said', async () => {
  const gone = { path: '/nowhere.ttf', face: 0 };
  const press = openPdf({ fonts: { ...fonts, rest: [gone] } });
  expect(await press.write(slipSample)).toMatchObject({ kind: 'pdf-failure', cause: 'process' });
  await press.close();
});
