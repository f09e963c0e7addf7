import { isUnseen, leavesGap, type RepairGroups } from './repair-groups.ts'
import type { Report } from './report.ts'
import type { TakenAs, TakenMark } from './taken-marks.ts'

/** How the text is shown: with its repairs, or as it was found. */
export type Reading = 'repaired' | 'found'

/** A run of text that is set in one way. */
export interface Piece {
  text: string
  /** Where it stands in the original; a repair stands there as a whole. */
  start: number
  end: number
  /** Names (date, person, site) run inside sentences (seen, praised, directive): one line for each. */
  name: Exclude<TakenAs, 'title'> | null
  sentence: Exclude<TakenAs, 'title'> | null
  /** Keys of all items that took this run, and of those that took the shortest stretch around it. */
  keys: string
  nearest: string
  /** The group of repairs that opens here. */
  mark: number | null
  /** `gap`: something was deleted here that is too long to be told at the character before it. */
  state: 'plain' | 'repaired' | 'undone' | 'broken' | 'gap'
}

export interface Paragraph {
  start: number
  end: number
  pieces: Piece[]
  /** Two paragraphs with the same signature look the same. */
  signature: string
}

export interface SegmentInput {
  report: Report
  groups: RepairGroups
  undone: ReadonlySet<string>
  /** As `takenMarks` gives them. */
  taken: readonly TakenMark[]
}

const names = ['date', 'person', 'site'] as const
const sentences = ['seen', 'praised', 'directive'] as const

type Taken = Pick<Piece, 'name' | 'sentence' | 'keys' | 'nearest'>

const untaken: Taken = { name: null, sentence: null, keys: '', nearest: '' }

/** What covers a stretch. Asked for stretches from left to right only, so that the text is walked once. */
function takenFromLeft(taken: readonly TakenMark[]): (start: number, end: number) => Taken {
  let next = 0
  let open: TakenMark[] = []
  return (start, end) => {
    while (next < taken.length && taken[next]!.start < Math.max(end, start + 1)) open.push(taken[next++]!)
    if (open.length === 0) return untaken
    open = open.filter((mark) => mark.end > start)
    const covering = open.filter((mark) => (end > start ? mark.start < end : mark.start < start))
    return covering.length === 0 ? untaken : describe(covering)
  }
}

function describe(covering: TakenMark[]): Taken {
  const inwards = covering.toSorted((a, b) => a.end - a.start - (b.end - b.start))
  const shortest = inwards[0]!.end - inwards[0]!.start
  const innermost = <As extends TakenAs>(kinds: readonly As[]): As | null =>
    inwards.map(({ as }) => kinds.find((kind) => kind === as)).find((kind) => kind !== undefined) ?? null
  const keys = (marks: TakenMark[]) => [...new Set(marks.map(({ key }) => key))].join(' ')
  return {
    name: innermost(names),
    sentence: innermost(sentences),
    keys: keys(inwards),
    nearest: keys(inwards.filter(({ start, end }) => end - start === shortest)),
  }
}

/**
 * Cuts the text once, at every edge of a repair and of what was taken, into paragraphs of runs. Linear in the
 * length of the text. `breaksAt` replaces the line ends by given offsets of the original, to set the text as
 * found beside the paragraphs of the repaired one.
 */
export function segmentReport(
  input: SegmentInput,
  reading: Reading,
  breaksAt?: readonly number[],
): Paragraph[] {
  const { report, groups, undone, taken } = input
  const { original, repairs } = report
  const paragraphs: Paragraph[] = []
  const takenAt = takenFromLeft(taken)
  const cuts = [...new Set([...taken.flatMap(({ start, end }) => [start, end]), ...(breaksAt ?? [])])].sort(
    (a, b) => a - b,
  )
  const breaks = breaksAt && new Set(breaksAt)
  let pieces: Piece[] = []
  let begin = 0
  let cut = 0

  const endParagraph = (at: number) => {
    if (pieces.length > 0 || breaks) paragraphs.push(paragraph(begin, at, pieces))
    pieces = []
    begin = at
  }
  const put = (text: string, at: Pick<Piece, 'start' | 'end' | 'mark' | 'state'>) => {
    if (breaks) {
      if (text !== '') pieces.push({ text, ...takenAt(at.start, at.end), ...at })
      return
    }
    const plain = at.state === 'plain'
    let read = 0
    for (const line of text.split('\n')) {
      const start = plain ? at.start + read : at.start
      if (read > 0) endParagraph(start)
      const end = plain ? start + line.length : at.end
      if (line !== '' && (pieces.length > 0 || line.trim() !== ''))
        pieces.push({ text: line, ...takenAt(start, end), ...at, start, end })
      read += line.length + 1
    }
  }
  const putPlain = (from: number, to: number) => {
    let at = from
    while (at < to) {
      while (cut < cuts.length && cuts[cut]! <= at) cut++
      const end = Math.min(to, cuts[cut] ?? to)
      if (breaks?.has(at) && at > begin) endParagraph(at)
      put(original.slice(at, end), { start: at, end, mark: null, state: 'plain' })
      at = end
    }
  }
  const opened = new Set<number>()
  /** What cannot be seen is told at the character before it, where much is gone at a gap of its own. */
  const putUnseen = (start: number, end: number, mark: number, gap: boolean) => {
    if (opened.has(mark)) return
    opened.add(mark)
    const last = pieces.at(-1)
    if (gap || !last || last.mark !== null) {
      pieces.push({ text: '', ...takenAt(start, start), start, end, mark, state: 'gap' })
      return
    }
    const width = (last.text.codePointAt(last.text.length - 2) ?? 0) > 0xffff ? 2 : 1
    if (last.text.length > width) {
      const shorter = { ...last, text: last.text.slice(0, -width), end: last.end - width }
      pieces.splice(-1, 1, shorter, { ...last, text: last.text.slice(-width), start: shorter.end })
    }
    pieces.at(-1)!.mark = mark
    pieces.at(-1)!.state = 'repaired'
  }

  let at = 0
  repairs.forEach((repair, index) => {
    const { start, end } = repair.span
    putPlain(at, start)
    at = Math.max(at, end)
    if (breaks?.has(start) && start > begin) endParagraph(start)
    const mark = groups.of[index]!
    const isUndone = undone.has(repair.id)
    const text = reading === 'found' || isUndone ? repair.before : repair.after
    const state = repair.kind === 'broken-character' ? 'broken' : isUndone ? 'undone' : 'repaired'
    const unseen = reading === 'repaired' && text.trim() === '' && (isUndone || isUnseen(repair))
    if (unseen) putUnseen(start, end, mark, isUndone || leavesGap(groups.groups[mark]!))
    else opened.add(mark)
    if (text !== '') put(text, { start, end, mark, state })
  })
  putPlain(at, original.length)
  endParagraph(original.length)
  return paragraphs
}

function paragraph(start: number, end: number, pieces: Piece[]): Paragraph {
  const signature = pieces
    .map(({ text, keys, nearest, name, sentence, mark, state }) =>
      [text, keys, nearest, name, sentence, mark, state].join('\u0001'),
    )
    .join('\u0002')
  return { start, end, pieces, signature: `${start}\u0002${signature}` }
}

/** The paragraphs as found that stand beside those of the repaired text; null where one holds two of those. */
export function segmentBeside(input: SegmentInput, repaired: readonly Paragraph[]): (Paragraph | null)[] {
  const found = new Map(
    segmentReport(
      input,
      'found',
      repaired.slice(1).map(({ start }) => start),
    ).map((one) => [one.start, one]),
  )
  return repaired.map(({ start }, at) => {
    const begin = at === 0 ? 0 : start
    const one = found.get(begin) ?? null
    found.delete(begin)
    return one
  })
}
