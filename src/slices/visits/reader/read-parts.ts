import { endsAsPlace, isPartOfSite, isSamePlace, mayEndPlace } from './place-words.ts'
import { cut, endOfClause } from './read-destinations.ts'
import type { Step } from './read-course.ts'
import type { SiteDraft } from './site-register.ts'
import { type Piece, splitOutside } from './sentences.ts'

const LOOKED_AT =
  /(?:走进|步入|走入|来到|参观|察看|查看|观看|巡看|进入|深入|在)(?:了)?(?!情况|工作|了解|听取|会上)(?:(?:其|该|中心|馆|站|院|校|厂|公司|村|社区)(?:的|内|里))?/g
/** 在展厅，…: behind 在 only a place that a comma or a verb follows. */
const AFTER = /^(?:等|里|内|中|前|和|、|，|。|；|$|与|及|实地|参观|察看|了解|认真|详细|仔细|同|时)/
const LONGEST_PART = 16
const MOST_PARTS = 30

/** Rooms, stands and stations inside a site that were looked at there: things of the site, no sites of their own. */
export function findParts(steps: readonly Step[], sites: readonly SiteDraft[]): Map<SiteDraft, Piece[]> {
  const found = new Map<SiteDraft, Piece[]>()
  const isSite = (name: string) =>
    sites.some((site) => site.places.some((one) => one.text.includes(name) || isSamePlace(one.text, name)))
  for (const step of steps) {
    if (step.setting.kind !== 'sites' || step.setting.sites.length !== 1) continue
    const site = step.setting.sites[0]!
    const parts = found.get(site) ?? []
    for (const part of partsIn(step)) {
      const known = isSite(part.text) || parts.some((one) => one.text === part.text)
      if (!known && parts.length < MOST_PARTS && part.start > site.at) parts.push(part)
    }
    if (parts.length > 0) found.set(site, parts)
  }
  return found
}

function partsIn(step: Piece): Piece[] {
  const found: Piece[] = []
  let until = 0
  for (const match of step.text.matchAll(LOOKED_AT)) {
    if (match.index < until) continue
    if (/[要应须]|希望|强调|指出|要求/.test(step.text.slice(Math.max(0, match.index - 20), match.index)))
      break
    const from = match.index + match[0].length
    const clause = cut(step, from, endOfClause(step.text, from))
    for (const item of splitOutside(clause, '、')) {
      const part = partAtHeadOf(item)
      if (!part) break
      found.push(part)
      until = part.end - step.start
    }
  }
  return found
}

function partAtHeadOf(item: Piece): Piece | null {
  const longest = Math.min(LONGEST_PART, item.text.length)
  for (let length = longest; length >= 2; length--) {
    if (!mayEndPlace(item.text[length - 1]) && item.text[length - 1] !== '书') continue
    const name = item.text.slice(0, length)
    if (!AFTER.test(item.text.slice(length)) || /[了着是把被的]|情况|工作/.test(name)) continue
    if (isPartOfSite(name) || endsAsPlace(name))
      return { start: item.start, end: item.start + length, text: name }
  }
  return null
}
