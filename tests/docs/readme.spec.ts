import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SETTINGS } from '@mouding/shell';
import { commandLine } from 'mouding/command-line';
import { demoAccounts } from 'mouding/demo/accounts';
import { exitCode } from 'mouding/exit-code';
import { SCENARIOS } from 'mouding/rehearse/scenarios/scenario';
import { find, root } from '../walls/tree.ts';
import { links, README, snippets, table } from './page.ts';

test('both pages have the same commands', () => {
  expect(snippets(README.zh)).toEqual(snippets(README.en));
  expect(snippets(README.en).length).toBeGreaterThan(5);
});

test('the table of settings is that of the program', () => {
  const shown = SETTINGS.map((setting) => [setting.name, setting.default ?? '—']);
  expect(table(README.en, 'variable')).toEqual(shown.map((row, i) => [...row, SETTINGS[i]?.meaningEn]));
  expect(table(README.zh, '变量')).toEqual(shown.map((row, i) => [...row, SETTINGS[i]?.meaningZh]));
});

test('the demo accounts are those that are made', () => {
  const shown = demoAccounts.map(({ institution, login }) => [institution, login]);
  expect(table(README.en, 'institution')).toEqual(shown.map((row, i) => [...row, demoAccounts[i]?.roleEn]));
  expect(table(README.zh, '单位')).toEqual(shown.map((row, i) => [...row, demoAccounts[i]?.role]));
});

test('the scenarios are those that can be played', () => {
  expect(table(README.en, 'scenario')).toEqual(SCENARIOS.map(({ id, title }) => [id, title.en]));
  expect(table(README.zh, '情景')).toEqual(SCENARIOS.map(({ id, title }) => [id, title.zh]));
});

test.each([
  [README.en, 'command', 'exit code'],
  [README.zh, '命令', '退出码'],
] as const)('%s names every command and every exit code', (path, command, code) => {
  const words = (text: string): readonly string[] => text.split(' ');
  const there = commandLine().commands.map((one) => [
    one.name(),
    ...one.commands.map((below) => below.name()),
  ]);
  expect(table(path, command).map(([name = '']) => words(name))).toEqual(there);
  expect(table(path, code).map(([value]) => Number(value))).toEqual(Object.values(exitCode));
});

test.each(find('*.md', 'docs/**/*.md', 'docker/*.md', 'workflows/*/*.md'))(
  'the links of %s lead somewhere',
  (path) => {
    expect(links(path).filter((address) => !existsSync(join(root, dirname(path), address)))).toEqual([]);
  },
);
