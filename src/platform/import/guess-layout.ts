import type { ImportField } from './import-kind.ts'
import type { Merge, SheetHead, TableRow } from './table.ts'

/** Where the header of a sheet stands, and which column is which field: guessed, for a person to correct. */

export interface HeaderGuess {
  /** The first row of the header, as the file counts; null where the sheet seems to have none. */
  header: number | null
  /** One or two. */
  headerRows: number
  /** How well the sheet's header fits the fields. */
  score: number
}

export interface ColumnGuess {
  column: number
  /** The heading, both rows of it together; empty where it has none. */
  heading: string
  /** What stands below, a few different ones. */
  samples: string[]
  field: string | null
  /** 1 is certain. */
  confidence: number
  by: 'heading' | 'content' | null
}

/** A heading as it is compared: no signs, no marks of must-fields, no remarks in brackets, Latin letters small. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** How well a heading names a field: 1 is one of its names, less where it only holds one. */
function fit(heading: string, field: ImportField): number {
  const key = headingKey(heading)
  if (key === '') return 0
  let best = 0
  for (const name of [field.name.zh, field.name.en, ...field.synonyms]) {
    const one = headingKey(name)
    if (key === one) return 1
    const shorter = Math.min(one.length, key.length)
    if (shorter >= 2 && (key.includes(one) || one.includes(key))) {
      best = Math.max(best, 0.6 + 0.3 * (shorter / Math.max(one.length, key.length)))
    }
  }
  return best
}

const bestFit = (heading: string, fields: readonly ImportField[]) =>
  Math.max(0, ...fields.map((field) => fit(heading, field)))

/** Headings of the columns: below each other where there are two rows, a joined one over all that it spans. */
export function headingsOf(
  rows: readonly TableRow[],
  merges: readonly Merge[],
  header: number,
  headerRows: number,
): string[] {
  const lines = Array.from({ length: headerRows }, (_, i) => {
    const cells = [...(rows.find(({ row }) => row === header + i)?.cells ?? [])]
    for (const { top, bottom, left, right } of merges) {
      if (top > header + i || bottom < header + i) continue
      for (let at = left + 1; at <= right; at += 1) cells[at] = cells[left] ?? ''
    }
    return cells
  })
  const width = Math.max(0, ...lines.map((cells) => cells.length))
  return Array.from({ length: width }, (_, at) =>
    [...new Set(lines.map((cells) => (cells[at] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean))].join(
      ' ',
    ),
  )
}

/** Each heading with its halves: what stands above and below. */
function fitOfHeading(
  headings: readonly string[],
  at: number,
  below: readonly string[],
  fields: readonly ImportField[],
) {
  return Math.max(bestFit(headings[at] ?? '', fields), 0.98 * bestFit(below[at] ?? '', fields))
}

/** The row that names the most fields; two rows where the second one names more of them than the first alone. */
export function guessHeader(
  sheet: Pick<SheetHead, 'head' | 'merges'>,
  fields: readonly ImportField[],
): HeaderGuess {
  let best: HeaderGuess = { header: null, headerRows: 1, score: 0 }
  for (const { row, cells } of sheet.head.slice(0, 25)) {
    for (const headerRows of [1, 2]) {
      const headings = headingsOf(sheet.head, sheet.merges, row, headerRows)
      const below = headingsOf(sheet.head, sheet.merges, row + headerRows - 1, 1)
      const different = new Set(headings.filter(Boolean)).size
      // A title stands alone in its row; so does the heading of a file of one column, which then is a field's very name.
      if (different < 2 && !headings.some((heading) => bestFit(heading, fields) === 1)) continue
      if (cells.some((cell) => cell.length > 60)) continue
      const named = headings.reduce((sum, _, at) => {
        const one = fitOfHeading(headings, at, below, fields)
        return sum + (one >= 0.7 ? one : 0)
      }, 0)
      const score = named - (headerRows - 1) * 0.5
      if (score > best.score + 0.01) best = { header: row, headerRows, score }
    }
  }
  return best
}

/** The sheet whose header fits best; hidden ones only where no other fits. */
export function guessSheet(sheets: readonly SheetHead[], fields: readonly ImportField[]): number {
  const scores = sheets.map((sheet) => {
    const { score } = guessHeader(sheet, fields)
    const filled = sheet.head.length > 1 ? 0.2 : 0
    return (score + filled) * (sheet.hidden ? 0.4 : 1)
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

const mostSamples = 4

/** Which column is which field, each field once, the surest first. */
export function guessColumns(
  sheet: { rows: readonly TableRow[]; merges: readonly Merge[] },
  layout: { header: number; headerRows: number },
  fields: readonly ImportField[],
): ColumnGuess[] {
  const { header, headerRows } = layout
  const headings = headingsOf(sheet.rows, sheet.merges, header, headerRows)
  const below = headingsOf(sheet.rows, sheet.merges, header + headerRows - 1, 1)
  const data = sheet.rows.filter(({ row }) => row >= header + headerRows).slice(0, 200)
  const width = Math.max(headings.length, ...data.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => {
    const filled = data.map(({ cells }) => cells[column] ?? '').filter(Boolean)
    return {
      column,
      heading: headings[column] ?? '',
      filled,
      samples: [...new Set(filled)].slice(0, mostSamples),
    }
  }).filter(({ heading, samples }) => heading !== '' || samples.length > 0)
  const offers = columns.flatMap(({ column, heading, filled }) =>
    fields.map((field) => {
      const named = Math.max(fit(heading, field), 0.98 * fit(below[column] ?? '', field))
      const seems =
        field.looksLike && filled.length > 0
          ? filled.filter((text) => field.looksLike?.(text)).length / filled.length
          : 0
      // A heading that says something else outweighs what the cells look like.
      const content = heading === '' ? 0.8 * seems : 0.55 * seems
      return named >= content
        ? { column, field: field.key, confidence: named, by: 'heading' as const }
        : { column, field: field.key, confidence: content, by: 'content' as const }
    }),
  )
  const taken = new Map<number, (typeof offers)[number]>()
  const used = new Set<string>()
  for (const offer of offers.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (offer.confidence < 0.5 || taken.has(offer.column) || used.has(offer.field)) continue
    taken.set(offer.column, offer)
    used.add(offer.field)
  }
  return columns.map(({ column, heading, samples }) => {
    const offer = taken.get(column)
    return {
      column,
      heading,
      samples: samples.map((text) => [...text].slice(0, 60).join('')),
      field: offer?.field ?? null,
      confidence: offer ? Math.round(offer.confidence * 100) / 100 : 0,
      by: offer?.by ?? null,
    }
  })
}
