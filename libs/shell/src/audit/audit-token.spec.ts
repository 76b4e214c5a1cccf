import { auditTokenFor, partsOfAuditToken } from './audit-token.ts';

const institution = '00000000-0000-4000-8000-000000000001';
const random = Buffer.alloc(32, 7);

test('a token says where to look, whatever the login is made of', () => {
  for (const login of ['shenji', 'a.b-c', '审计员'])
    expect(partsOfAuditToken(auditTokenFor(institution, login, random))).toEqual({ institution, login });
});

test('what no sign-in made is none', () => {
  const token = auditTokenFor(institution, 'shenji', random);
  const others = ['', token.slice(1), `${token}A`, token.replace('.', ''), `${token};x`];
  for (const other of [...others, auditTokenFor(institution, 'a\0b', random)])
    expect(partsOfAuditToken(other)).toBeUndefined();
});
