import fc from 'fast-check';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { openedWith } from '../../testing/asked-consultation.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { manuscriptMachine } from '../manuscript/manuscript.ts';
import { DISPOSITIONS } from './opinion-facts.ts';
import { reviseManuscript } from '../manuscript/revise.ts';

const ID = uuid(0x60);
const manuscript = `manuscript/${ID}` as const;
const consultation = `consultation/${uuid(0x6f)}` as const;
const opinionAt = (n: number) => `opinion/${uuid(0x700 + n)}` as const;
const textAt = (n: number): string => `第${n}稿`;

const OPENED = '2026-02-01T02:00:00.000Z';
const opened = openedWith({ text: refOf(textAt(0)), recipients: [MEDICAL] });
const begun: readonly Fact[] = [
  { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
  {
    type: 'ManuscriptCompiled',
    data: { round: 1, label: '初稿', join: 'join@1', text: refOf(textAt(0)), parts: [] },
  },
  {
    type: 'RevisionRequested',
    data: { case: CASE, stage: 'revise', round: 1, due: null, text: refOf(textAt(0)) },
  },
];
const revised = (n: number, cites: readonly (string | null)[]): Fact => ({
  type: 'ManuscriptRevised',
  data: {
    round: 1,
    from: refOf(textAt(n)),
    to: refOf(textAt(n + 1)),
    label: '修改稿',
    changes: cites.map((each) => ({ at: 0, cut: 0, put: '', cites: each })),
    done: false,
  },
});

const opinions = fc.array(
  fc.record({
    disposition: fc.constantFrom(...DISPOSITIONS),
    isCited: fc.boolean(),
    /** 合并入 the first: it is answered with that one. */
    isMerged: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

test('the text goes on exactly when every adopted opinion has a change that cites it', () => {
  fc.assert(
    fc.property(opinions, (all) => {
      const merged = (i: number): boolean => i > 0 && all[i]?.isMerged === true;
      const facts = all.map(({ disposition }, i): readonly Fact[] => [
        {
          type: 'OpinionGiven',
          data: { consultation: uuid(0x6f), case: CASE, stage: 'consult', department: MEDICAL, no: i + 1 },
        },
        ...(merged(i) ? [{ type: 'OpinionMerged', data: { into: opinionAt(0), no: 1 } }] : []),
        { type: 'DispositionProposed', data: { disposition } },
      ]);
      const cited = all.flatMap(({ isCited }, i) => (isCited ? [opinionAt(i)] : []));
      const bare = all.flatMap(({ disposition, isCited }, i) =>
        (disposition === 'adopted' || disposition === 'partly') && !isCited && !merged(i)
          ? [opinionAt(i)]
          : [],
      );
      const { decision } = given(
        {
          ...history('revise', {
            text: textAt(0),
            streams: { compile: [manuscript], consult: [consultation], revise: [manuscript] },
          }),
          [consultation]: [
            opened,
            ...all.map((_, i) => ({
              type: 'ReplyReceived',
              data: {
                department: MEDICAL,
                opinions: i + 1,
                opinion: opinionAt(i),
                received: OPENED,
              },
            })),
          ],
          ...Object.fromEntries(facts.map((each, i) => [opinionAt(i), each])),
          [manuscript]: [...begun, revised(0, cited)],
        },
        {
          texts: [textAt(0), textAt(1)],
          definitions: { plan: procedure({ revise: { uncited: 'block' } }) },
        },
      ).when(reviseManuscript, ID, { base: refOf(textAt(1)), label: '送审稿', edits: [], done: true });
      if (bare.length === 0) expect(decision).not.toHaveProperty('refusal');
      else expect(decision).toMatchObject({ refusal: { rule: 'revise.adopted', facts: { opinions: bare } } });
    }),
    { numRuns: 60 },
  );
});

const changes = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

test('a change that answers nothing is known by its number until it is grounded, and no other is', () => {
  fc.assert(
    fc.property(changes, fc.nat(), (steps, seed) => {
      const facts = steps.map((each, n) =>
        revised(
          n,
          each.map((isCited) => (isCited ? opinionAt(0) : null)),
        ),
      );
      const orphans = steps.flatMap((each, n) =>
        each.flatMap((isCited, i) => (isCited ? [] : [{ step: n + 1, change: i + 1 }])),
      );
      const grounded = orphans.filter((_, i) => (seed >> (i % 30)) % 2 === 1);
      const said: readonly Fact[] =
        grounded.length === 0
          ? []
          : [
              {
                type: 'ChangesGrounded',
                data: { changes: grounded, cites: null, ground: { basis: 'editorial' }, by: uuid(9) },
              },
            ];
      const state = [...begun, ...facts, ...said].reduce(
        (so, fact) => step(manuscriptMachine, so, fact).state,
        initial(manuscriptMachine),
      );
      const { bare } = state.context as {
        readonly bare: readonly { readonly step: number; readonly change: number }[];
      };
      expect(bare.map(({ step: of, change }) => ({ step: of, change }))).toEqual(
        orphans.filter((one) => !grounded.includes(one)),
      );
    }),
    { numRuns: 60 },
  );
});
