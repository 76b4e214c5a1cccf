import type { Capacity, CapacityKind } from '../capacity.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION, uuid } from '../testing/given.ts';
import { deactivateAccount, reactivateAccount, resetPassword } from './account.ts';
import { appointActing } from './appoint-acting.ts';
import { fillPost, vacatePost } from './posts.ts';
import { SECURITY, setSecurity, type Security } from './security.ts';

const org = `org/${INSTITUTION}`;
const [LI, WANG] = [uuid(21), uuid(22)];
const POSTS: readonly CapacityKind[] = [
  'administrator',
  'security-administrator',
  'security-auditor',
  'auditor',
  'office',
];
const post = (as: CapacityKind): string => uuid(POSTS.indexOf(as) + 1);

const founded: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  ...POSTS.map((as) => ({ type: 'PostCreated', data: { post: post(as), title: as, as, department: null } })),
];
const holds = (as: CapacityKind, person: string): Fact => ({
  type: 'PostFilled',
  data: { post: post(as), person, from: '2025-10-01T00:00:00.000Z' },
});
const profile = (change: Partial<Security>): Fact => ({
  type: 'SecuritySet',
  data: { ...SECURITY, ...change },
});
const registered: Fact = { type: 'PersonRegistered', data: {} };
const as = (kind: CapacityKind): { readonly actor: Capacity } => ({
  actor: { as: kind, person: uuid(29), post: uuid(28), department: null },
});
const house = (...facts: readonly Fact[]) => ({
  [org]: [...founded, ...facts],
  [`person/${LI}`]: [registered],
  [`person/${WANG}`]: [registered],
});

const CLASHES: readonly (readonly [CapacityKind, CapacityKind])[] = [
  ['administrator', 'security-auditor'],
  ['administrator', 'auditor'],
  ['security-administrator', 'security-auditor'],
  ['security-administrator', 'auditor'],
  ['administrator', 'security-administrator'],
];

describe.each(CLASHES.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))(
  'whoever is %s and is to be %s',
  (held, granted) => {
    const fill = { post: post(granted), person: LI };

    test('is shown to be so', () => {
      const { decision } = given(house(holds(held, LI)), as('security-administrator')).when(
        fillPost,
        INSTITUTION,
        fill,
      );
      expect(decision).toMatchObject({
        facts: [{ fact: { type: 'PostFilled' } }],
        notices: [{ rule: 'org.three-officers', facts: { held: [held], as: granted } }],
      });
    });

    test('is refused where 三员 are kept apart', () => {
      given(house(holds(held, LI), profile({ separation: 'block' })), as('security-administrator'))
        .when(fillPost, INSTITUTION, fill)
        .refused('org.three-officers');
    });
  },
);

test('an auditor of decisions may audit security too, and officers may hold other posts', () => {
  const block = profile({ separation: 'block' });
  for (const [held, granted] of [
    ['auditor', 'security-auditor'],
    ['administrator', 'office'],
    ['office', 'administrator'],
  ] as const)
    given(house(holds(held, LI), block), as('security-administrator'))
      .when(fillPost, INSTITUTION, { post: post(granted), person: LI })
      .then([{ stream: org, type: 'PostFilled' }]);
  given(house(holds('administrator', LI), block), as('security-administrator'))
    .when(fillPost, INSTITUTION, { post: post('security-auditor'), person: WANG })
    .then([{ stream: org, type: 'PostFilled' }]);
});

describe('the system administrator', () => {
  const admin = as('administrator');
  const block = profile({ separation: 'block' });
  const office = { post: post('office'), person: LI };

  test('appoints the first security administrator, and nobody after that', () => {
    given(house(block), admin)
      .when(fillPost, INSTITUTION, { post: post('security-administrator'), person: WANG })
      .then([{ stream: org, type: 'PostFilled' }]);
    given(house(block), admin)
      .when(fillPost, INSTITUTION, office)
      .refused('org.granted-by-security-administrator');
    given(house(block, holds('security-administrator', WANG), holds('office', LI)), admin)
      .when(vacatePost, INSTITUTION, { post: post('office') })
      .refused('org.granted-by-security-administrator');
  });

  test('still may where there is no security administrator; is shown to where there is one', () => {
    const quiet = given(house(), admin).when(fillPost, INSTITUTION, office).decision;
    expect(quiet).toMatchObject({ notices: [] });
    const shown = given(house(holds('security-administrator', WANG)), admin).when(
      fillPost,
      INSTITUTION,
      office,
    );
    expect(shown.decision).toMatchObject({ notices: [{ rule: 'org.granted-by-security-administrator' }] });
  });

  test('does not loosen what keeps 三员 apart', () => {
    given(house(block, holds('security-administrator', WANG)), admin)
      .when(setSecurity, INSTITUTION, SECURITY)
      .refused('org.security-by-security-administrator');
    given(house(block, holds('security-administrator', WANG)), as('security-administrator'))
      .when(setSecurity, INSTITUTION, SECURITY)
      .then([{ stream: org, type: 'SecuritySet' }]);
  });
});

test('三员 are not kept apart while somebody holds two of them', () => {
  const double = house(holds('administrator', LI), holds('auditor', LI));
  const block: Security = { ...SECURITY, separation: 'block' };
  given(double, as('administrator')).when(setSecurity, INSTITUTION, block).refused('org.three-officers');
  given(double, as('administrator'))
    .when(setSecurity, INSTITUTION, { ...block, separation: 'warn', passwords: 'dengbao' })
    .then([{ stream: org, type: 'SecuritySet' }]);
});

test('an account that is out of use is restored before anything else, and gets no post', () => {
  const person = `person/${LI}`;
  const out: Fact = { type: 'AccountDeactivated', data: {} };
  given({ ...house(), [person]: [registered] })
    .when(deactivateAccount, LI, {})
    .then([{ stream: person, type: 'AccountDeactivated' }]);
  given({ ...house(), [person]: [registered, out] })
    .when(deactivateAccount, LI, {})
    .refused('person.status');
  given({ ...house(), [person]: [registered, out] })
    .when(resetPassword, LI, { password: 'a-new-password' })
    .refused('person.status');
  given({ ...house(), [person]: [registered] })
    .when(reactivateAccount, LI, {})
    .refused('person.status');
  given({ ...house(), [person]: [registered, out] })
    .when(reactivateAccount, LI, {})
    .then([{ stream: person, type: 'AccountReactivated' }]);
  given({ ...house(), [person]: [registered, out] }, as('administrator'))
    .when(fillPost, INSTITUTION, { post: post('office'), person: LI })
    .refused('org.person-known');
});

test('an account that is out of use says so where its posts are, and back in use again', () => {
  const person = `person/${LI}`;
  const out: Fact = { type: 'AccountDeactivated', data: {} };
  given(house(holds('office', LI)))
    .when(deactivateAccount, LI, {})
    .then([
      { stream: person, type: 'AccountDeactivated' },
      { stream: org, type: 'HolderDisabled', data: { person: LI } },
    ]);
  const disabled: Fact = { type: 'HolderDisabled', data: { person: LI } };
  given({ ...house(holds('office', LI), disabled), [person]: [registered, out] })
    .when(reactivateAccount, LI, {})
    .then([
      { stream: person, type: 'AccountReactivated' },
      { stream: org, type: 'HolderEnabled', data: { person: LI } },
    ]);
});

test('whoever acts in an office holds it as far as 三员 are concerned', () => {
  const acting: Fact = {
    type: 'ActingAppointed',
    data: {
      post: post('security-auditor'),
      by: { person: LI },
      from: '2025-10-02T00:00:00.000Z',
      until: null,
      document: null,
    },
  };
  const block = profile({ separation: 'block' });
  given(house(acting, block), as('security-administrator'))
    .when(fillPost, INSTITUTION, { post: post('administrator'), person: LI })
    .refused('org.three-officers');
  given(house(holds('administrator', LI), block), as('security-administrator'))
    .when(appointActing, INSTITUTION, { post: post('security-auditor'), by: { person: LI } })
    .refused('org.three-officers');
});

test('the system administrator does not say either who acts in a post from tomorrow on', () => {
  const block = profile({ separation: 'block' });
  given(house(holds('security-administrator', WANG), block), as('administrator'))
    .when(appointActing, INSTITUTION, { post: post('office'), by: { person: LI }, on: '2026-12-01' })
    .refused('org.granted-by-security-administrator');
});

test('whoever acted for a holder whose account was out of use does so no longer once it is back', () => {
  const person = `person/${LI}`;
  const acting = { post: post('office'), by: { person: WANG }, from: '2025-10-02T00:00:00.000Z' };
  const gone: readonly Fact[] = [
    holds('office', LI),
    { type: 'HolderDisabled', data: { person: LI } },
    { type: 'ActingAppointed', data: { ...acting, until: null, document: null } },
  ];
  given({ ...house(...gone), [person]: [registered, { type: 'AccountDeactivated', data: {} }] })
    .when(reactivateAccount, LI, {})
    .then([
      { stream: person, type: 'AccountReactivated' },
      { stream: org, type: 'HolderEnabled', data: { person: LI } },
      {
        stream: org,
        type: 'ActingEnded',
        data: { post: post('office'), until: '2025-11-20T02:00:00.000Z', reason: 'filled' },
      },
    ]);
});

test('whoever alone could fill posts neither leaves the post nor loses the account', () => {
  const alone = [holds('administrator', LI), holds('office', WANG)];
  const leaving = { post: post('administrator') };
  given(house(...alone), as('administrator'))
    .when(vacatePost, INSTITUTION, leaving)
    .refused('org.last-administrator');
  given(house(...alone))
    .when(deactivateAccount, LI, {})
    .refused('org.last-administrator');
  expect(
    given(house(...alone))
      .when(deactivateAccount, WANG, {})
      .types(),
  ).toContain('org HolderDisabled');
  const two = [...alone, holds('security-administrator', WANG)];
  expect(
    given(house(...two))
      .when(vacatePost, INSTITUTION, leaving)
      .types(),
  ).toEqual(['org PostVacated']);
  const disabled: Fact = { type: 'HolderDisabled', data: { person: WANG } };
  given(house(...two, disabled))
    .when(vacatePost, INSTITUTION, leaving)
    .refused('org.last-administrator');
});
