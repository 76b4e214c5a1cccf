import { freePort } from './port.ts';
import { openDatabase } from './database.ts';

test('a DATABASE_URL that is no address is refused with its form', async () => {
  for (const url of ['nonsense', 'mysql://root@localhost/x'])
    expect(await openDatabase('/nowhere', url)).toEqual({
      refused: { zh: expect.stringContaining('postgres://'), en: expect.stringContaining('postgres://') },
    });
});

test('a database that does not answer is named, without its password', async () => {
  const port = await freePort();
  const answer = await openDatabase('/nowhere', `postgres://me:secret@127.0.0.1:${port}/plan`);
  expect(answer).toEqual({
    refused: {
      zh: expect.stringContaining(`127.0.0.1:${port}/plan`),
      en: expect.not.stringContaining('secret'),
    },
  });
});
