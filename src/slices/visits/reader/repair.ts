import type { Repair } from '../reading.ts'
import { assemble, asRepairs, type Edit, type EditedText, edit, untouched } from './edited-text.ts'
import { findBroken } from './flag-broken.ts'
import { findBoilerplate } from './repair-boilerplate.ts'
import { findDoubled } from './repair-doubled.ts'
import { findEntities } from './repair-entity.ts'
import { findGlosses } from './repair-gloss.ts'
import { findLeftovers } from './repair-leftovers.ts'
import { findLineBreaks } from './repair-line-break.ts'
import { findLostStops } from './repair-lost-stop.ts'
import { findMarkup } from './repair-markup.ts'
import { findRunIn } from './repair-run-in.ts'
import { findLostIndents, findNoWidth, findSpaces } from './repair-space.ts'
import { findTraditional } from './repair-traditional.ts'
import { findWidths } from './repair-width.ts'

type Find = (text: string) => Edit[]

/** What the page did to the text. Code may be escaped inside code, so that these go first until nothing is left. */
const CODE: readonly Find[] = [findMarkup, findLeftovers, findEntities]
/** What a converter did, what stands around, what was torn. */
const REPAIRS: readonly Find[] = [
  findNoWidth,
  findLostIndents,
  findGlosses,
  findWidths,
  findDoubled,
  findSpaces,
  findTraditional,
  findRunIn,
  findBoilerplate,
  findLineBreaks,
  findLostStops,
]
/** One repair may lay another open (an entity escaped twice); damage nested deeper than this is left. */
const ROUNDS = 4

export interface Repaired {
  /** All repairs that were found, also those that are kept out. */
  repairs: Repair[]
  /** The text without those kept out, and the way back to the original. */
  current: EditedText
}

/** Repairs a text. `keep` names repairs that a person undid: they stay listed, their `before` stays in the text. */
export function repairText(original: string, keep: ReadonlySet<string>): Repaired {
  let current = untouched(original)
  for (let round = 0; round < ROUNDS; round++) {
    const before = current
    for (let layer = 0; layer < ROUNDS; layer++) {
      const covered = current
      current = repairedBy(CODE, current)
      if (current === covered) break
    }
    current = repairedBy(REPAIRS, current)
    if (current === before) break
  }
  const repairs = asRepairs(withFlags(current), original)
  if (keep.size > 0) {
    const kept = current.edits.filter((_, i) => !keep.has(repairIdOf(repairs, current.edits[i]!)))
    current = assemble(original, kept)
  }
  return { repairs, current }
}

function repairedBy(finds: readonly Find[], start: EditedText): EditedText {
  let current = start
  for (const find of finds) {
    const found = find(current.text)
    if (found.length > 0) current = edit(current, outside(found, findBroken(current.text)))
  }
  return current
}

/** What is flagged as broken is not touched, unless it goes as a whole with the line that it stands in. */
function outside(found: Edit[], broken: Edit[]): Edit[] {
  if (broken.length === 0) return found
  let next = 0
  return found.filter(({ start, end }) => {
    while (next < broken.length && broken[next]!.end <= start) next++
    for (let at = next; at < broken.length && broken[at]!.start < end; at++) {
      const { start: from, end: to } = broken[at]!
      if (from < start || to > end) return false
    }
    return true
  })
}

function repairIdOf(repairs: Repair[], one: Edit): string {
  let low = 0
  let high = repairs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const span = repairs[middle]!.span
    if (span.start < one.start || (span.start === one.start && span.end < one.end)) low = middle + 1
    else high = middle
  }
  return repairs[low]!.id
}

/** Broken characters stand in the list like repairs, but change nothing. */
function withFlags(current: EditedText): Edit[] {
  const flags = findBroken(current.text).flatMap((flag) => asFound(current, flag))
  if (flags.length === 0) return current.edits
  return [...current.edits, ...flags].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A flag in the original; around a repair inside it (a character of no width taken out) it falls into parts. */
function asFound({ original, text, from, to }: EditedText, flag: Edit): Edit[] {
  const parts: Edit[] = []
  for (let at = flag.start; at < flag.end; at++) {
    const [start, end] = [from[at]!, to[at]!]
    if (end !== start + 1 || original[start] !== text[at]) continue
    const last = parts.at(-1)
    if (last?.end === start) {
      last.end = end
      last.after += text[at]
    } else parts.push({ start, end, after: text[at]!, kind: flag.kind })
  }
  return parts
}
