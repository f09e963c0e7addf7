import { Writable } from 'node:stream'
import { printableText } from '../documents/document-text.ts'
import type { Sheet } from './table.ts'

const mostCharacters = 32_767

/**
 * A person's own sheet as it was read, row for row, with one more column behind it: what is said of each row. Every
 * cell is written as text, so that nothing in it is evaluated, now or when it is edited; days stay as they are read.
 */
export async function answerSheet(
  sheet: Sheet,
  answers: ReadonlyMap<number, string>,
  texts: { heading: string; header: number; sheet: string },
): Promise<Uint8Array> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const chunks: Uint8Array[] = []
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new WorkbookWriter({
    stream,
    useStyles: true,
    trueStreaming: true,
    creator: '',
    lastModifiedBy: '',
  })
  const worksheet = workbook.addWorksheet(sheetName(texts.sheet || sheet.name), {
    views: [{ state: 'frozen', ySplit: Math.max(1, texts.header) }],
  })
  const width = Math.max(1, ...sheet.rows.map(({ cells }) => cells.length))
  worksheet.columns = Array.from({ length: width + 1 }, (_, at) => ({
    width: at === width ? 60 : 18,
    style: { numFmt: '@' },
  }))
  for (const { row, cells, hidden } of sheet.rows) {
    const line = worksheet.getRow(row)
    for (const [at, text] of cells.entries()) {
      if (text) line.getCell(at + 1).value = excelText(text)
    }
    const answer = row === texts.header ? texts.heading : answers.get(row)
    if (answer) {
      const cell = line.getCell(width + 1)
      cell.value = excelText(answer)
      cell.font = { bold: row === texts.header, color: { argb: 'FFB42318' } }
    }
    if (hidden) line.hidden = true
    line.commit()
  }
  await workbook.commit()
  return new Uint8Array(Buffer.concat(chunks))
}

function sheetName(name: string): string {
  const clean = printableText(name)
    .replace(/[\\/?*:[\]\n]/g, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '')
  return clean === '' ? 'Sheet1' : clean
}

function excelText(text: string): string {
  // Excel reads _x0041_ in a text as the character A.
  const clean = printableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length <= mostCharacters ? clean : `${clean.slice(0, mostCharacters - 1)}…`.toWellFormed()
}
