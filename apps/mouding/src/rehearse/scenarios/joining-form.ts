import { JoiningCheck, JoiningForm, ProcedurePage } from '@mouding/contract';
import { cellName, readSheet, writeSheet } from '@mouding/documents';
import type { Session } from '../../client/session.ts';
import type { Scene } from './scenario.ts';
import { STAGES_BEFORE, type TakingOver } from './taken-over.ts';

/** 补录表: what must be entered is listed, filled in on the page and in a sheet, and what is wrong is told at once. */
export async function throughForm(scene: Scene, clerk: Session, body: TakingOver): Promise<void> {
  const { items } = await clerk.read('/v1/procedures', ProcedurePage);
  const found = items.find(({ procedure }) => procedure === body.procedure);
  if (!found) throw new Error(`${body.procedure} is not published`);
  const address = `/v1/procedures/${found.id}/joining`;
  const form = await clerk.read(`${address}?stage=${body.stage}`, JoiningForm);
  scene.shows(
    '补录表列出接入前须补录的11个环节，结果已预填',
    'the form lists the eleven stages before, with the outcomes that lead on',
    form.rows.map(({ stage }) => stage).join() === STAGES_BEFORE.join() &&
      form.rows.every(({ forward }, n) => forward === body.earlier[n]?.outcome),
  );
  await onThePage(scene, clerk, { address, body });
  await inASheet(scene, clerk, { address, body });
}

interface Asked {
  readonly address: string;
  readonly body: TakingOver;
}

/** The form as it is written on the page. */
const written = ({ title, stage, scheme, manuscript, earlier }: TakingOver) => ({
  title,
  stage,
  scheme: scheme.hash,
  manuscript: manuscript.hash,
  rows: earlier.map(({ stage: of, outcome, on, number, text, scan, words }) => ({
    stage: of,
    outcome,
    on,
    number: number ?? '',
    text: text?.hash ?? '',
    scan: scan.hash,
    words,
  })),
});

async function onThePage(scene: Scene, clerk: Session, { address, body }: Asked): Promise<void> {
  const form = written(body);
  const rows = form.rows.map((row, n) =>
    n === 0 ? { ...row, on: '2099-01-01' } : n === 5 ? { ...row, text: '' } : row,
  );
  const wrong = await clerk.check(`${address}/check`, { ...form, title: '', rows }, JoiningCheck);
  const places = wrong.faults.map(({ row, column, weight }) => `${weight} ${row ?? '-'} ${column}`);
  scene.shows(
    '填写有误，一次列出全部问题，逐项写明行和栏',
    'everything that is wrong is told at once, by row and column',
    ['fault - title', 'fault 1 on', 'fault 6 text'].every((place) => places.includes(place)) &&
      wrong.body === null,
  );
  const right = await clerk.check(`${address}/check`, form, JoiningCheck);
  scene.shows('填写无误，可据以接入', 'without faults it can be taken over', right.body !== null);
}

/** The sheet is downloaded, filled in, and brought back. */
async function inASheet(scene: Scene, clerk: Session, { address, body }: Asked): Promise<void> {
  const path = `${address}/sheet?stage=${body.stage}`;
  const empty = await clerk.bytesAt(path);
  const unfilled = await clerk.lookAt(path, empty, JoiningCheck);
  scene.shows(
    '空白表格传回：按单元格列出须填写的内容',
    'an empty sheet brought back: what is missing is told by cell',
    unfilled.faults.some(({ cell }) => cell === cellName(HEAD_ROWS.title, 2)) &&
      unfilled.faults.some(({ cell }) => cell === 'D9'),
  );
  const filled = await clerk.lookAt(path, filledIn(empty, body), JoiningCheck);
  scene.shows(
    '填好的表格传回：与页面填写的内容一致',
    'the sheet that was filled in comes to the same as the page',
    filled.body !== null && JSON.stringify(filled.body['earlier']) === JSON.stringify(inOrder(body)),
  );
}

const HEAD_ROWS = { title: 3, scheme: 4, manuscript: 5 };
const FIRST = 8;

/** What the command takes, in the order of its fields. */
const inOrder = ({ earlier }: TakingOver): readonly object[] =>
  earlier.map(({ stage, outcome, on, number, text, scan, words }) => ({
    stage,
    outcome,
    on,
    number,
    text: text && { scheme: text.scheme, hash: text.hash },
    scan: { scheme: scan.scheme, hash: scan.hash },
    words,
  }));

/** The sheet with its cells filled in, as an office program would save it. */
function filledIn(empty: Uint8Array, { title, scheme, manuscript, earlier }: TakingOver): Uint8Array {
  const read = readSheet(empty);
  if ('trouble' in read) throw new Error(`the sheet cannot be read: ${read.trouble}`);
  const head = new Map([
    [HEAD_ROWS.title, title],
    [HEAD_ROWS.scheme, scheme.hash],
    [HEAD_ROWS.manuscript, manuscript.hash],
  ]);
  const rows = read.rows.map((cells, n) => {
    const words = cells.map((cell) => cell?.text ?? '');
    const stage = earlier[n - FIRST];
    if (head.has(n)) return [...words.slice(0, 2), head.get(n) ?? ''];
    if (!stage) return words;
    const { on, number, text, scan, words: said } = stage;
    return [...words.slice(0, 3), on, number ?? '', text?.hash ?? '', scan.hash, said];
  });
  return writeSheet({ name: '接入', widths: [], heads: [], choices: [], rows });
}
