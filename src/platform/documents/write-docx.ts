import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  type ComposedDocument,
  type ComposedTable,
  type ComposedText,
  composeDocument,
} from './compose-document.ts'
import { widthInCharacters } from './document-text.ts'
import { character, docxStyles, fontOf, fontTable, grid, linePitch, twipsOf } from './docx-styles.ts'
import { type OfficialDocument, type Run, sheet, typeSize } from './official-document.ts'

const characters = (count: number) => Math.round(count * character)

/**
 * The document as DOCX after GB/T 9704-2012, in the fonts that offices use (仿宋_GB2312, 楷体_GB2312, 黑体,
 * 方正小标宋简体) with substitutes named, in named styles and on the grid of 22 lines by 28 characters.
 * Rejects with a `RangeError` on a document that is none (a date, a table).
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const composed = composeDocument(document)
  const file = new Document({
    title: composed.title.join(composed.language === 'zh' ? '' : ' '),
    creator: composed.office,
    lastModifiedBy: composed.office,
    styles: docxStyles(composed.language),
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...page(composed), children: [...head(composed), ...body(composed), ...foot(composed)] }],
  })
  const overrides = [{ path: 'word/fontTable.xml', data: fontTable }]
  return new Uint8Array(await Packer.toBuffer(file, undefined, overrides))
}

function page(document: ComposedDocument) {
  const mark = document.draftMark
  const header = mark === null ? undefined : new Header({ children: [draftMark(mark)] })
  return {
    properties: {
      page: {
        size: { width: twipsOf(sheet.width), height: twipsOf(sheet.height) },
        margin: {
          top: twipsOf(sheet.top),
          bottom: twipsOf(sheet.height - sheet.top - sheet.textHeight),
          left: twipsOf(sheet.left),
          right: twipsOf(sheet.width - sheet.left - sheet.textWidth),
          header: twipsOf(18),
          // The dash stands 7 mm under the text; a line of 四号 is 6 mm high.
          footer: twipsOf(sheet.height - sheet.top - sheet.textHeight - 7 - 6),
        },
      },
      grid,
    },
    ...(header ? { headers: { default: header, even: header } } : {}),
    footers: {
      default: pageNumber({ alignment: AlignmentType.RIGHT, indent: { right: 280 } }),
      even: pageNumber({ alignment: AlignmentType.LEFT, indent: { left: 280 } }),
    },
  }
}

function draftMark(mark: string) {
  const border = { style: BorderStyle.SINGLE, size: 6, space: 4, color: '000000' }
  const markWidth = (widthInCharacters(mark) * typeSize.四号) / typeSize.三号
  const sides = characters((sheet.charactersPerLine - markWidth) / 2 - 1)
  return new Paragraph({
    style: 'OfficialDraftMark',
    indent: { left: sides, right: sides },
    border: { top: border, bottom: border, left: border, right: border },
    children: [new TextRun(mark)],
  })
}

function pageNumber(place: IParagraphOptions) {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('fangsong') })
  return new Footer({
    children: [new Paragraph({ ...place, style: 'OfficialPageNumber', children: [number] })],
  })
}

const blank = (options: IParagraphOptions = {}) => new Paragraph({ ...options, children: [] })
const centred = { alignment: AlignmentType.CENTER }

function head(document: ComposedDocument): Paragraph[] {
  const number = document.number === null ? [] : [new Paragraph({ ...centred, text: document.number })]
  const title = document.title.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, text: line }))
  const addressee = document.addressee === null ? [] : [new Paragraph({ text: document.addressee })]
  if (document.letterhead === null) return [...title, ...number, blank(), ...addressee]
  return [
    ...letterhead(document, document.letterhead),
    ...number,
    rule(document),
    blank(),
    ...title,
    blank(),
    ...addressee,
  ]
}

/** 发文机关标志: its top 35 mm under the text's upper edge, two lines over the number. */
function letterhead(document: ComposedDocument, words: string): Paragraph[] {
  const points = Math.min(42, Math.floor((sheet.textWidth * 0.96 * (72 / 25.4)) / widthInCharacters(words)))
  const run = new TextRun({
    text: words,
    font: fontOf('biaosong'),
    size: 2 * points,
    color: inkOf(document),
    characterSpacing: 0,
  })
  const spacing = { before: 0, after: 2 * linePitch, line: 20 * points * 1.3, lineRule: 'exact' as const }
  // Word leaves out the space before a page's first paragraph; an empty one of that height holds it.
  const room = blank({ spacing: { line: twipsOf(35), lineRule: 'exact', before: 0, after: 0 } })
  return [room, new Paragraph({ ...centred, spacing, children: [run] })]
}

/** The rule 4 mm under the number, as wide as the text. */
function rule(document: ComposedDocument): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 12, space: 0, color: inkOf(document) }
  return blank({
    spacing: { line: twipsOf(4), lineRule: 'exact', before: 0, after: linePitch },
    border: { bottom: border },
  })
}

function inkOf(document: ComposedDocument) {
  return document.draftMark === null ? 'E60012' : '000000'
}

function body(document: ComposedDocument): (Paragraph | Table)[] {
  return document.body.flatMap((block, index) => {
    if (block.kind === 'table') return table(block)
    // Its last lines go with the signature: no page with a signature alone.
    return [textParagraph(block, index === document.body.length - 1)]
  })
}

const headings = [
  undefined,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
]

function textParagraph(block: ComposedText, last: boolean): Paragraph {
  const heading = headings[block.level]
  const style = heading ? { heading } : { style: 'OfficialText' }
  return new Paragraph({
    ...style,
    widowControl: true,
    ...(last ? { keepNext: true } : {}),
    children: textRuns(block.runs),
  })
}

function textRuns(runs: readonly Run[]): TextRun[] {
  return runs.flatMap((run) =>
    run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          ...(index > 0 ? { break: 1 } : {}),
          ...(run.bold ? { bold: true } : {}),
          ...(run.quoted ? { font: fontOf('kai') } : {}),
        }),
    ),
  )
}

const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function table(block: ComposedTable): (Paragraph | Table)[] {
  const all = block.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = block.columns.map((column) => Math.floor((twipsOf(sheet.textWidth) * column.width) / all))
  const cell = (runs: Run[], column: number, header: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [
        new Paragraph({
          style: 'OfficialTable',
          alignment: header ? AlignmentType.CENTER : sides[block.columns[column]?.align ?? 'left'],
          children: header ? heiRuns(runs) : textRuns(runs),
        }),
      ],
    })
  const row = (cells: Run[][], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map((runs, column) => cell(runs, column, header)),
    })
  const caption = new Paragraph({
    ...centred,
    style: 'OfficialTable',
    keepNext: true,
    children: heiRuns(block.caption),
  })
  return [
    ...(block.caption.length > 0 ? [caption] : []),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twipsOf(sheet.textWidth), type: WidthType.DXA },
      columnWidths: widths,
      rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))],
    }),
  ]
}

function heiRuns(runs: readonly Run[]): TextRun[] {
  return runs.map((run) => new TextRun({ text: run.text.replaceAll('\n', ' '), font: fontOf('hei') }))
}

function foot(document: ComposedDocument): Paragraph[] {
  const note = document.attachments
    ? [blank({ keepNext: true }), ...attachmentNote(document.attachments)]
    : []
  return [...note, blank({ keepNext: true }), ...signature(document)]
}

/** 附件说明: two characters in; the names stand under each other, also where they go over a line. */
function attachmentNote({ label, items }: NonNullable<ComposedDocument['attachments']>): Paragraph[] {
  const marksAt = 2 + widthInCharacters(label)
  return items.map(({ mark, name }, index) => {
    const namesAt = marksAt + (mark === '' ? 0 : widthInCharacters(mark) + 0.25)
    const start = index === 0 ? 2 : marksAt
    return new Paragraph({
      keepNext: true,
      indent: { left: characters(namesAt), hanging: characters(namesAt - start) },
      tabStops: [{ type: 'left', position: characters(namesAt) }],
      children: [
        new TextRun({ children: [index === 0 ? label : '', mark, ...(mark === '' ? [] : ['\t']), name] }),
      ],
    })
  })
}

/** See `official-document.typ` for the two arrangements, without and with a seal. */
function signature(document: ComposedDocument): Paragraph[] {
  const dated = widthInCharacters(document.date)
  const widest = Math.max(0, ...document.signatories.map(widthInCharacters))
  const place = document.sealed ? overSeal(dated, widest) : besideRightEdge(dated, widest)
  const lines = document.signatories.map(
    (name) => new Paragraph({ ...place(name), keepNext: true, text: name }),
  )
  return [...lines, new Paragraph({ ...place(null), text: document.date })]
}

function besideRightEdge(dated: number, widest: number) {
  const left = Math.max(0, sheet.charactersPerLine - 2 - Math.max(widest, dated + 2))
  return (name: string | null) => ({
    alignment: AlignmentType.LEFT,
    indent: { left: characters(name === null ? left + 2 : left) },
  })
}

function overSeal(dated: number, widest: number) {
  const room = Math.max(4, (Math.min(sheet.charactersPerLine, widest) - dated) / 2)
  return (name: string | null) => ({
    alignment: AlignmentType.RIGHT,
    indent: {
      right: characters(name === null ? room : Math.max(0, room + (dated - widthInCharacters(name)) / 2)),
    },
  })
}
