import { readFileSync } from 'node:fs';

/** Every SQL object of the first schema, in the order in which they need each other. Paths under sql/. */
export const FIRST_SCHEMA: readonly string[] = [
  'functions/institution',
  ...[
    'append-order',
    'access-order',
    'institution',
    'clock',
    'stream-head',
    'entry',
    'sealed-body',
    'unsequenced',
  ].map(table),
  ...[
    'leaf',
    'command',
    'arrival',
    'blob',
    'upload',
    'deadline',
    'item',
    'obligation',
    'session',
    'credential',
  ].map(table),
  ...['directory', 'access-log', 'destroyed-key'].map(table),
  ...['law-now', 'stream-lock', 'lock-streams', 'arrive', 'forget-arrival', 'open-command'].map(fn),
  ...['append', 'append-coalesced'].map(fn),
  ...['settle', 'write-rows', 'enqueue', 'commit', 'data-key', 'destroy-key', 'reapply-destroyed-keys'].map(
    fn,
  ),
  ...['found', 'move-clock', 'sequence', 'refuse-change'].map(fn),
  ...['access-log', 'arrival', 'blob', 'command', 'destroyed-key', 'entry', 'institution', 'leaf'].map(
    trigger,
  ),
  ...['sealed-body', 'stream-head', 'unsequenced', 'upload'].map(trigger),
  ...['public', 'app', 'worker', 'sequencer', 'audit'].map((name) => `grants/${name}`),
];

/** Created wherever it is missing, at every migration: dumps leave it out. */
export const VAULT = 'tables/vault';

function table(name: string): string {
  return `tables/${name}`;
}
function fn(name: string): string {
  return `functions/${name}`;
}
function trigger(name: string): string {
  return `triggers/${name}`;
}

/** The text of one file of sql/, its roles named with the prefix of this installation. Works from src and from dist. */
export function sqlFile(path: string, prefix: string): string {
  const text = readFileSync(new URL(`../sql/${path}.sql`, import.meta.url), 'utf8');
  return text.replaceAll(/\bmouding_(app|worker|sequencer|audit|jobs)\b/g, `${prefix}_$1`);
}
