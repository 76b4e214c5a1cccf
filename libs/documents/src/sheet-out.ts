import { escaped } from './xml.ts';
import { zip } from './zip-out.ts';

/** Cells that may only hold one of a few words. */
export interface Choice {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly of: readonly string[];
}

/** One sheet of words. Every cell is text: nothing in it is ever computed. */
export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that are set in bold. */
  readonly heads: readonly number[];
  readonly choices: readonly Choice[];
}

/** Excel takes a list of words up to here. */
const LONGEST_LIST = 255;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The name of a cell, `C9`. Both from 0. */
export const cellName = (row: number, column: number): string => `${letters(column)}${row + 1}`;

const letters = (column: number): string =>
  column < 26
    ? String.fromCodePoint(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCodePoint(65 + (column % 26));

/**
 * An .xlsx of one sheet. A cell is written as text in a column that is text: what begins with `=`, `+`, `-` or `@` stays
 * what it says, and a day that a person types stays as it was typed.
 */
export const writeSheet = (sheet: Sheet): Uint8Array =>
  zip([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', content: workbook(sheet.name) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        'worksheet',
        'worksheets/sheet1.xml',
        `<Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/>`,
      ),
    },
    { name: 'xl/styles.xml', content: STYLES },
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(sheet) },
  ]);

const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;

const relations = (type: string, target: string, more = ''): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/>${more}</Relationships>`;

const workbook = (name: string): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`;

/** Excel takes no more than 31 characters, and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Number format 49 is text. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
const TEXT_STYLE = 1;
const HEAD_STYLE = 2;

const worksheet = ({ widths, rows, heads, choices }: Sheet): string => {
  const columns = widths.map(
    (width, n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${width}" style="${TEXT_STYLE}" customWidth="1"/>`,
  );
  const bold = new Set(heads);
  const lines = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((text, column) => cell(cellName(row, column), text, bold.has(row))).join('')}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations(choices)}</worksheet>`;
};

const cell = (name: string, text: string, bold: boolean): string =>
  `<c r="${name}" s="${bold ? HEAD_STYLE : TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A list that Excel would not take, or a word with the comma that parts them, is left out: the cell is then free. */
function validations(choices: readonly Choice[]): string {
  const lists = choices
    .map(({ row, column, of }) => ({
      name: cellName(row, column),
      list: of.join(',').replaceAll('"', '""'),
      of,
    }))
    .filter(
      ({ list, of }) => list !== '' && list.length <= LONGEST_LIST && of.every((word) => !word.includes(',')),
    );
  if (lists.length === 0) return '';
  const each = lists.map(
    ({ name, list }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}"><formula1>${escaped(`"${list}"`)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${lists.length}">${each.join('')}</dataValidations>`;
}
