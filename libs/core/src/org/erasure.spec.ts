import type { Fact } from '../stream.ts';
import { given } from '../testing/given.ts';
import { ADMIN, asking, filled, house, made, person } from '../testing/house.ts';
import { reactivateAccount, resetPassword } from './account.ts';
import { initial, step } from '../machine.ts';
import { erasePerson, proposeErasure, withdrawErasure } from './erasure.ts';
import { personMachine, personRows, type PersonState } from './person.ts';

const WHO = person(3);
const stream = `person/${WHO}`;
const GUARD = asking('security-administrator', 98, 8);
const wish = { ground: 'purpose-ended', document: '云中医办〔2026〕3号' } as const;
const registered: Fact = { type: 'PersonRegistered', data: {} };
const out: Fact = { type: 'AccountDeactivated', data: {} };
const proposed: Fact = {
  type: 'ErasureProposed',
  data: { ...wish, by: ADMIN.person ?? '', post: ADMIN.post, as: ADMIN.as },
};
const erased: Fact = {
  type: 'PersonErased',
  data: { ...wish, proposedBy: ADMIN.person ?? '', by: GUARD.person ?? '', post: GUARD.post },
};
const after = (facts: readonly Fact[], ...org: readonly Fact[]) => ({ ...house(...org), [stream]: facts });

test('a person whose account is out of use and who holds nothing may be proposed for erasure', () => {
  given(after([registered, out]), { actor: ADMIN })
    .when(proposeErasure, WHO, wish)
    .then([{ stream, type: 'ErasureProposed', data: proposed.data }]);
});

test('nobody is erased whose account is in use', () => {
  given(after([registered]), { actor: ADMIN })
    .when(proposeErasure, WHO, wish)
    .refused('person.status');
  given(after([registered, out]), { actor: GUARD })
    .when(erasePerson, WHO, {})
    .refused('person.status');
});

test('nobody is erased who holds a post, also one that was given meanwhile', () => {
  const posts = [made(1, 'office'), filled(1, 3)];
  given(after([registered, out], ...posts), { actor: ADMIN })
    .when(proposeErasure, WHO, wish)
    .refused('person.holds-nothing');
  given(after([registered, out, proposed], ...posts), { actor: GUARD })
    .when(erasePerson, WHO, {})
    .refused('person.holds-nothing');
});

test('whoever proposed it does not carry it out; a second person does', () => {
  given(after([registered, out, proposed]), { actor: ADMIN })
    .when(erasePerson, WHO, {})
    .refused('person.erased-by-second');
  given(after([registered, out, proposed]), { actor: GUARD })
    .when(erasePerson, WHO, {})
    .then([{ stream, type: 'PersonErased', data: erased.data }]);
});

test('the second person owes it: the other of the two administrators, until it is decided', () => {
  const owing = (...facts: readonly Fact[]) => {
    const state = facts.reduce(
      (before, fact) => step(personMachine, before, fact).state,
      initial(personMachine),
    ) as PersonState;
    return personRows(WHO, state).obligations.map(({ holder, verb }) => [holder, verb]);
  };
  const byGuard: Fact = { ...proposed, data: { ...proposed.data, as: GUARD.as } };
  expect(owing(registered, out)).toEqual([]);
  expect(owing(registered, out, proposed)).toEqual([['security-administrator', 'person.erase']]);
  expect(owing(registered, out, byGuard)).toEqual([['administrator', 'person.erase']]);
  expect(owing(registered, out, proposed, erased)).toEqual([]);
});

test('what was proposed is taken back by either, and the account can be restored', () => {
  given(after([registered, out, proposed]), { actor: ADMIN })
    .when(withdrawErasure, WHO, {})
    .then([{ stream, type: 'ErasureWithdrawn' }]);
  const back: Fact = { type: 'ErasureWithdrawn', data: { by: GUARD.person ?? '', post: GUARD.post } };
  given(after([registered, out, proposed, back]), { actor: ADMIN })
    .when(reactivateAccount, WHO, {})
    .then([{ stream, type: 'AccountReactivated' }]);
  given(after([registered, out, proposed]), { actor: ADMIN })
    .when(reactivateAccount, WHO, {})
    .refused('person.status');
});

test('nothing is done to an erased person again', () => {
  const gone = after([registered, out, proposed, erased]);
  given(gone, { actor: GUARD }).when(erasePerson, WHO, {}).refused('person.status');
  given(gone, { actor: ADMIN }).when(proposeErasure, WHO, wish).refused('person.status');
  given(gone, { actor: ADMIN }).when(reactivateAccount, WHO, {}).refused('person.status');
  given(gone, { actor: ADMIN })
    .when(resetPassword, WHO, { password: 'a-new-password' })
    .refused('person.status');
});
