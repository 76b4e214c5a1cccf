import { tokens } from '../../xml.ts';

/** The order in which Word insists on some children; of the schema wml.xsd, as far as this program writes them. */
const ORDER: { readonly [parent: string]: readonly string[] } = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  ),
  rPr: 'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
    ' ',
  ),
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange'.split(
      ' ',
    ),
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange'.split(
    ' ',
  ),
  tblBorders: 'top left start bottom right end insideH insideV'.split(' '),
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange'.split(
      ' ',
    ),
  tbl: 'tblPr tblGrid tr bookmarkStart bookmarkEnd'.split(' '),
  tr: 'tblPrEx trPr tc'.split(' '),
  tc: ['tcPr', 'p'],
};
/** Where the order is free among equals. */
const FREE = new Set(['tbl', 'headerReference', 'footerReference']);

/** What stands where Word does not want it, and what it refuses: ids used twice, empty cells, headers without a paragraph. */
export function faultsOf(xml: string): readonly string[] {
  const faults: string[] = [];
  const open: { readonly name: string; readonly children: string[] }[] = [];
  const ids = new Map<string, Set<string>>();
  for (const token of tokens(xml)) {
    if (token.kind === 'tag') {
      open.at(-1)?.children.push(token.name);
      noteId(token.name, token.attributes, ids, faults);
      if (!token.closes) open.push({ name: token.name, children: [] });
      else if (/^(?:hdr|ftr|tc|body)$/.test(token.name)) faults.push(`${token.name} is empty`);
    } else if (token.kind === 'end') {
      const closed = open.pop();
      if (closed) faults.push(...misplaced(closed.name, closed.children));
    }
  }
  return faults;
}

/** Ids that stand once in a part, by the elements that share them. */
const UNIQUE: { readonly [element: string]: string } = {
  bookmarkStart: 'bookmark',
  docPr: 'drawing',
  ins: 'revision',
  del: 'revision',
  comment: 'comment',
  commentReference: 'remark',
  Relationship: 'relation',
};

function noteId(
  name: string,
  attributes: ReadonlyMap<string, string>,
  ids: Map<string, Set<string>>,
  faults: string[],
): void {
  const kind = UNIQUE[name];
  if (kind === undefined) return;
  const id =
    ['w:id', 'id', 'Id'].map((each) => attributes.get(each)).find((each) => each !== undefined) ?? '';
  const known = ids.get(kind) ?? new Set<string>();
  if (known.has(id)) faults.push(`${name} ${id} is there twice`);
  ids.set(kind, known.add(id));
}

function misplaced(name: string, children: readonly string[]): readonly string[] {
  const order = ORDER[name];
  if (!order) return [];
  const faults = children
    .filter((child) => !order.includes(child))
    .map((child) => `${child} in ${name} is unknown here`);
  if (FREE.has(name)) return faults;
  const places = children.map((child) => (FREE.has(child) ? 0 : order.indexOf(child)));
  if (places.some((place, at) => place < (places[at - 1] ?? -1)))
    faults.push(`${name}: ${children.join(' ')}`);
  if (name === 'tc' && children.at(-1) !== 'p') faults.push('a cell does not end with a paragraph');
  return faults;
}
