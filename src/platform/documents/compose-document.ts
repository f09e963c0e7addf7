import { linesOf, printableLine, runsOf } from './document-text.ts'
import { startNumbering } from './numbering.ts'
import {
  type Block,
  type DocumentLanguage,
  type OfficialDocument,
  type Run,
  sheet,
  typeSize,
} from './official-document.ts'
import { titleLines } from './title-lines.ts'

export type ComposedText = {
  kind: 'text'
  /** 0 is running text. */
  level: 0 | 1 | 2 | 3 | 4
  runs: Run[]
}
export type ComposedTable = {
  kind: 'table'
  caption: Run[]
  columns: { width: number; align: 'left' | 'center' | 'right' }[]
  header: Run[][]
  rows: Run[][][]
}
export type ComposedBlock = ComposedText | ComposedTable

/** A document with every number, mark, label and date written out: what both writers set, in order. */
export type ComposedDocument = {
  language: DocumentLanguage
  office: string
  draftMark: string | null
  draftWatermark: string | null
  letterhead: string | null
  number: string | null
  title: string[]
  addressee: string | null
  body: ComposedBlock[]
  attachments: { label: string; items: { mark: string; name: string }[] } | null
  signatories: string[]
  date: string
  sealed: boolean
}

const words = {
  zh: { draft: '草稿，不作为正式公文', watermark: '草稿', attachment: '附件：', undated: '　　年　月　日' },
  en: {
    draft: 'DRAFT: not an official document',
    watermark: 'DRAFT',
    attachment: 'Attachments: ',
    undated: 'Date: ',
  },
}

/** Decides all that a document says before anyone decides how it looks. Throws on a date that is none. */
export function composeDocument(document: OfficialDocument): ComposedDocument {
  const { language } = document
  const label = words[language]
  const numbering = startNumbering(language)
  return {
    language,
    office: printableLine(document.office),
    draftMark: document.draft ? label.draft : null,
    draftWatermark: document.draft ? label.watermark : null,
    letterhead: lineOrNull(document.letterhead),
    number: lineOrNull(document.number),
    title: titleLines(document.title, (sheet.textWidth / 25.4) * (72 / typeSize.二号) - 1),
    addressee: addressee(language, document.addressees ?? []),
    body: document.body.flatMap((block) => composeBlock(block, numbering)),
    attachments: attachments(label.attachment, (document.attachments ?? []).map(printableLine)),
    signatories: (document.signatories ?? [document.office]).map(printableLine).filter((name) => name !== ''),
    date: document.date === undefined ? label.undated : writtenDate(document.date, language),
    sealed: document.sealed ?? false,
  }
}

function lineOrNull(text: string | undefined): string | null {
  const line = printableLine(text ?? '')
  return line === '' ? null : line
}

function addressee(language: DocumentLanguage, offices: readonly string[]): string | null {
  const names = offices.map(printableLine).filter((name) => name !== '')
  if (names.length === 0) return null
  return language === 'zh' ? `${names.join('、')}：` : `To: ${names.join('; ')}`
}

function attachments(label: string, names: readonly string[]) {
  if (names.length === 0) return null
  const several = names.length > 1
  return { label, items: names.map((name, index) => ({ mark: several ? `${index + 1}.` : '', name })) }
}

function composeBlock(block: Block, numbering: ReturnType<typeof startNumbering>): ComposedBlock[] {
  switch (block.kind) {
    case 'heading':
      return [composeText(block.level, marked(numbering.heading(block.level), inOneLine(runsOf(block.text))))]
    case 'paragraph':
      return linesOf(runsOf(block.text)).map((runs) => composeText(0, runs))
    case 'list':
      return block.items.map((item, index) =>
        composeText(0, marked(numbering.item(index + 1, block.ordered), inOneLine(runsOf(item)))),
      )
    case 'table':
      return [composeTable(block)]
  }
}

function composeText(level: ComposedText['level'], runs: Run[]): ComposedText {
  return { kind: 'text', level, runs }
}

function marked(mark: string, runs: Run[]): Run[] {
  return [{ text: mark }, ...runs]
}

function inOneLine(runs: Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))
}

function composeTable(block: Extract<Block, { kind: 'table' }>): ComposedTable {
  const wrong = block.rows.find((row) => row.length !== block.columns.length)
  if (wrong)
    throw new RangeError(`a row of ${wrong.length} cells in a table of ${block.columns.length} columns`)
  return {
    kind: 'table',
    caption: inOneLine(runsOf(block.caption ?? '')),
    columns: block.columns.map((column) => ({ width: column.width ?? 1, align: column.align ?? 'left' })),
    header: block.columns.map((column) => runsOf(column.header)),
    rows: block.rows.map((row) => row.map(runsOf)),
  }
}

/** GB/T 9704-2012, 7.3.5.4: Arabic figures, month and day without leading zeros. */
export function writtenDate(date: string, language: DocumentLanguage): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : new Date(Number.NaN)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a date: ${date}`)
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}
