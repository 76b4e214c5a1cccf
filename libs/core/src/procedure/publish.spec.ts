import type { Fact } from '../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { SMALL } from '../testing/small-procedure.ts';
import { AMENDED, PROCEDURE, PROCEDURE_ID } from '../testing/versions.ts';
import { publishProcedure } from './publish.ts';

const house = (mode: string): readonly Fact[] => [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode } },
];
const paper = { title: '党委会决议', number: null, file: null, text: null, resolution: null };
const numbered = { ...paper, number: '党委会2026年第6次' };
const setting = { definitions: { v1: SMALL }, files: ['扫描件'], texts: ['决议'] };

type More = { readonly [stream: string]: readonly Fact[] };
const publish = (mode: string, body: object, more: More = {}) =>
  given({ [`org/${INSTITUTION}`]: house(mode), ...more }, setting).when(publishProcedure, PROCEDURE_ID, {
    definition: SMALL,
    document: null,
    ...body,
  });
const noticesOf = ({ decision }: ReturnType<typeof publish>) =>
  'facts' in decision ? decision.notices?.map(({ rule }) => rule) : [];

describe('the document on which a version rests', () => {
  test('is asked of a live house, and only shows in one of rehearsal', () => {
    publish('live', {}).refused('procedure.bound');
    publish('live', { document: '只有名称' }).refused('procedure.bound');
    publish('live', { document: paper }).refused('procedure.bound');
    expect(noticesOf(publish('rehearsal', {}))).toContain('procedure.bound');
    expect(noticesOf(publish('live', { document: numbered }))).not.toContain('procedure.bound');
  });

  test('may be weighed otherwise by the procedure itself', () => {
    const definition = { ...SMALL, rules: { 'procedure.bound': { effect: 'off', reason: '试行' } } };
    expect(noticesOf(publish('live', { definition }))).not.toContain('procedure.bound');
    const strict = { ...SMALL, rules: { 'procedure.bound': { effect: 'block', reason: '章程' } } };
    publish('rehearsal', { definition: strict }).refused('procedure.bound');
  });

  test('stays with the version, in one line and with everything that it cites', () => {
    const document = { ...numbered, file: fileOf('扫描件'), text: refOf('决议') };
    const { decision } = publish('live', { document });
    expect('facts' in decision && decision.facts[0]?.fact.data).toMatchObject({
      document: '党委会决议（党委会2026年第6次）',
      bound: document,
    });
  });

  test('is refused with a scan, a text or a resolution that is not here', () => {
    publish('live', { document: { ...paper, file: fileOf('别的') } }).refused('file.known');
    publish('live', { document: { ...paper, text: refOf('别的') } }).refused('text.known');
    publish('live', { document: { ...paper, resolution: `meeting/${uuid(5)}` } }).refused(
      'procedure.resolution',
    );
    publish('live', { document: { ...paper, resolution: `record/${uuid(5)}` } }).refused(
      'procedure.resolution',
    );
  });
});

test('a further version answers what is other in it, in words', () => {
  const published: Fact = {
    type: 'ProcedurePublished',
    data: { id: 'small', version: 1, hash: 'v1', title: '小程序', document: null },
  };
  const { decision } = publish(
    'live',
    { definition: AMENDED, document: numbered },
    { [PROCEDURE]: [published] },
  );
  const changed =
    'facts' in decision ? decision.notices?.find(({ rule }) => rule === 'procedure.changed') : undefined;
  expect(changed?.said.zh).toContain('在“汇编”之后新增环节“合法性审查”');
  expect('facts' in decision && decision.facts[0]?.fact.data).toMatchObject({ version: 2 });
});
