import type { WordLimits } from './limits.ts';
import { commentsOf, namedPart, notesOf } from './notes.ts';
import { numberingOf } from './numbering.ts';
import { freshPen, type Found, type Story } from './story.ts';
import { stylesOf } from './styles.ts';
import type { TakeRevisions } from './word.ts';
import type { WordPackage } from './word-package.ts';

/** A file of which nothing has been read yet. */
export function storyOf(
  file: WordPackage,
  take: TakeRevisions,
  limits: WordLimits,
  leavesContentsOut: boolean,
): Story {
  const styles = stylesOf(namedPart(file, 'styles'));
  const comments = commentsOf(file);
  return {
    take,
    styles,
    numbering: numberingOf(namedPart(file, 'numbering'), styles),
    notes: notesOf(file),
    ...linksOf(file),
    commentOf: (id) => comments.get(id),
    leavesContentsOut,
    found: nothingFound(),
    pen: freshPen(),
    carried: null,
    blank: '',
    pendingAnchor: null,
    anchors: new Set(),
    fields: [],
    contents: 0,
    hidden: 0,
    revising: [],
    goesOn: false,
    commenting: new Map(),
    pictureNames: new Map(),
    left: limits.characters,
  };
}

const nothingFound = (): Found => ({
  paragraphs: [],
  revisions: [],
  comments: [],
  pictures: [],
  notImported: [],
  residue: [],
  warnings: [],
});

function linksOf(file: WordPackage): Pick<Story, 'linkOf' | 'imageOf'> {
  const relations = new Map(file.relations(file.main).map((each) => [each.id, each]));
  return {
    linkOf: (id) => (relations.get(id)?.outside ? relations.get(id)?.target : undefined),
    imageOf: (id) => {
      const relation = relations.get(id);
      return relation?.type === 'image' ? file.bytes(relation.target) : undefined;
    },
  };
}
