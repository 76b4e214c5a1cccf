import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, SETTINGS, UnfitSettings } from './config.ts';

const URL = 'postgresql://127.0.0.1/x';

test('what has a default needs no word, and an empty word counts as none', () => {
  expect(readSettings({ PORT: '' }, [])).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 4310,
    AUDIT_PORT: 4311,
    LOG_LEVEL: 'info',
  });
});

test('everything that a process lacks is named at once', () => {
  expect(() => readSettings({}, ['APP_DATABASE_URL', 'KEY_FILE'])).toThrow(
    new UnfitSettings('缺少配置 APP_DATABASE_URL、KEY_FILE · not set: APP_DATABASE_URL, KEY_FILE'),
  );
  expect(() => readSettings({ PORT: '70000', APP_DATABASE_URL: 'mysql://x' }, [])).toThrow(
    /APP_DATABASE_URL.*PORT|PORT.*APP_DATABASE_URL/,
  );
});

test.each(['0.0.0.0', '10.1.2.3', '::'])(
  'beyond this machine (%s) plain HTTP is refused with what to do',
  (HOST) => {
    expect(() => readSettings({ HOST }, [])).toThrow(/PUBLIC_URL/);
    expect(() => readSettings({ HOST, PUBLIC_URL: 'http://plan.example' }, [])).toThrow(/https/);
    expect(readSettings({ HOST, PUBLIC_URL: 'https://plan.example' }, []).HOST).toBe(HOST);
  },
);

test('the table has a line in both languages for every setting', () => {
  for (const { name, meaningZh, meaningEn } of SETTINGS)
    expect([name, meaningZh, meaningEn].every((words) => words.length > 0)).toBe(true);
  expect(SETTINGS.find(({ name }) => name === 'PORT')).toMatchObject({ default: '4310' });
  expect(SETTINGS.find(({ name }) => name === 'KEY_FILE')).toMatchObject({ default: null });
  expect(readSettings({ APP_DATABASE_URL: URL }, ['APP_DATABASE_URL']).APP_DATABASE_URL).toBe(URL);
});

describe('a setting out of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mouding-settings-'));
  const file = join(folder, 'app_database_url');
  beforeAll(() => writeFileSync(file, `${URL}\n`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('counts without its line end, and what is given itself goes before it', () => {
    const inFile = { APP_DATABASE_URL_FILE: file };
    expect(readSettings(inFile, ['APP_DATABASE_URL']).APP_DATABASE_URL).toBe(URL);
    expect(readSettings({ ...inFile, APP_DATABASE_URL: `${URL}y` }, []).APP_DATABASE_URL).toBe(`${URL}y`);
    expect(readSettings({ ...inFile, APP_DATABASE_URL: '' }, []).APP_DATABASE_URL).toBe(URL);
  });

  test('is missing when the file is empty, and is named when there is no such file', () => {
    const empty = join(folder, 'empty');
    writeFileSync(empty, '\n');
    expect(() => readSettings({ APP_DATABASE_URL_FILE: empty }, ['APP_DATABASE_URL'])).toThrow(
      /not set: APP_DATABASE_URL/,
    );
    expect(() => readSettings({ AUDIT_DATABASE_URL_FILE: join(folder, 'none') }, [])).toThrow(
      /AUDIT_DATABASE_URL_FILE.*none/,
    );
  });

  test('is not repeated in what is said about it', () => {
    writeFileSync(join(folder, 'wrong'), 'mysql://owner:planted@127.0.0.1/x');
    expect(() => readSettings({ DATABASE_URL_FILE: join(folder, 'wrong') }, [])).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('planted') }),
    );
  });
});
