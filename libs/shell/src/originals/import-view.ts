import { READING_WORDS, wordsOf, type ImportView } from '@mouding/contract';
import { isTree, keyOfText, streamName, type Refusal, type TextReading, type TextRef } from '@mouding/core';
import { convertInChild, isUnreadable, treeOfWord, type WordIn } from '@mouding/documents';
import { checkup, plainOf, readTreeDocument, type Tree } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, sees, type Reader } from '../queries/reader.ts';
import { bytesOf, seedOf } from './read-original.ts';

type Imported = 'contribution' | 'chapter';

/**
 * 导入核对: the text of a hand-in beside what its original said of itself: which headings were recognised by what, what
 * a program left behind, what could not be shown; apart from it what the check-up finds in the authors' own words.
 *
 * @throws ProblemError not-found for what is not there or may not be seen, refused where no original was read
 */
export async function importView(reader: Reader, kind: Imported, id: string): Promise<ImportView> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const context = await asked(reader, (known) => known.state(kind, id)?.context);
  if (!context?.reading) throw new ProblemError('refused', { refusal: NOT_READ });
  const { reading, text } = context;
  const tree = await treeOf(reader, text);
  const stream = streamName(kind, id);
  const word = tree ? await wordOf(reader, reading) : null;
  const laid = word && originalOf(word, stream, reading);
  const { standing, original, take, recognised, revisions, comments, trouble } = reading;
  return {
    stream,
    standing,
    words: wordsOf(READING_WORDS, standing).zh,
    original,
    take,
    text,
    recognised,
    revisions,
    comments,
    pictures: [...reading.pictures],
    trouble,
    reread: word !== null,
    ...beside(tree, laid),
    findings: tree ? findingsIn(tree) : [],
  };
}

const NOT_READ: Refusal = {
  because: 'state',
  rule: 'import.read',
  said: { zh: '没有从原件读入的文稿可核对', en: 'No text that was read from an original is here' },
  facts: { standing: 'absent' },
  needs: { zh: '原件读入后核对', en: 'Look at it once the original has been read' },
};

async function treeOf({ ledger, visitor }: Reader, text: TextRef | null): Promise<Tree | null> {
  if (!text || !isTree(text)) return null;
  const document = await ledger.text(visitor.institution, keyOfText(text));
  return document === undefined ? null : readTreeDocument(document);
}

/** The original read once more; null for what only an office program opens, and for what is withheld. */
async function wordOf(
  { ledger, visitor }: Reader,
  { original, take, trouble }: TextReading,
): Promise<WordIn | null> {
  if (trouble) return null;
  const bytes = await bytesOf(ledger, { institution: visitor.institution, original });
  const word = await convertInChild(bytes, '', take ? { revisions: take } : {});
  return isUnreadable(word) ? null : word;
}

/** A text that had to be read again from its plain words has other nodes than the file has paragraphs. */
function originalOf(word: WordIn, stream: string, { original }: TextReading): Original {
  const { nodes } = treeOfWord(word, seedOf(stream, original));
  return { word, nodes: nodes.length === word.paragraphs.length ? nodes : [] };
}

/** What the original says of itself, laid over the nodes that were read from it. */
interface Original {
  readonly word: WordIn;
  readonly nodes: Tree['nodes'];
}

type Beside = Pick<ImportView, 'nodes' | 'residue' | 'notImported' | 'warnings'>;
const NOTHING: Beside = { nodes: [], residue: [], notImported: [], warnings: [] };

/** The nodes of now, each with what was known of it when it was read. */
function beside(tree: Tree | null, original: Original | null): Beside {
  if (!tree) return NOTHING;
  const here = new Set(tree.nodes.map(({ id }) => id));
  const nodeAt = (paragraph: number): string | null => {
    const id = original?.nodes[paragraph]?.id;
    return id !== undefined && here.has(id) ? id : null;
  };
  const noted = ({ kind, text, paragraph }: { kind: string; text: string; paragraph: number }) => ({
    kind,
    text,
    node: nodeAt(paragraph),
  });
  const { residue = [], notImported = [], warnings = [] } = original?.word ?? {};
  return {
    nodes: nodesOf(tree, original),
    residue: residue.map(noted),
    notImported: notImported.map(noted),
    warnings: warnings.map(({ zh, en, paragraph }) => ({ zh, en, node: nodeAt(paragraph) })),
  };
}

function nodesOf(tree: Tree, original: Original | null): ImportView['nodes'] {
  const was = new Map(
    original?.nodes.map((node, i) => [node.id, { node, told: original.word.paragraphs[i]?.told ?? null }]),
  );
  return tree.nodes.map(({ id, kind, depth, text }) => {
    const before = was.get(id);
    const asRead = before?.node.kind === kind && before.node.depth === depth && before.node.text === text;
    return { node: id, kind, depth, text: text ?? '', told: before?.told ?? null, asRead };
  });
}

const findingsIn = (tree: Tree): ImportView['findings'] =>
  checkup(plainOf(tree)).map(({ rule, severity, origin, line, quote, message }) => ({
    rule,
    severity,
    origin,
    line,
    quote,
    message: { ...message },
  }));
