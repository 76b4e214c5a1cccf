import { classAtDoor } from './door.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test.each([
  ['POST', `/v1/meetings/${ID}/commands/vote`, 'decide'],
  ['POST', `/v1/chapters/${ID}/commands/sign-off`, 'decide'],
  ['POST', `/v1/chapters/${ID}/commands/give-input`, 'submit'],
  ['POST', '/v1/org/commands/create-department', 'submit'],
  ['GET', `/v1/cases/${ID}`, 'read'],
  ['GET', `/v1/chapters/${ID}/files/${'a'.repeat(64)}`, 'export'],
])('the address tells the class: %s %s', (method, path, of) => {
  expect(classAtDoor(method, path)).toBe(of);
});

test.each([
  ['POST', '/v1/sessions'],
  ['DELETE', '/v1/sessions/current'],
  ['GET', '/health/ready'],
  ['GET', '/v1/stream'],
  ['POST', '/v1/anonymous/opinions'],
  ['POST', `/v1/anonymous/${ID}/commands/vote`],
  ['GET', `/v1/chapters/${ID}/`],
  ['GET', `//v1/chapters/${ID}`],
  ['POST', `/v1/Chapters/${ID}/commands/give-input`],
])('what the address does not tell is left to the guard: %s %s', (method, path) => {
  expect(classAtDoor(method, path)).toBeUndefined();
});
