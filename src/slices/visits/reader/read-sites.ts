import type { ReadSite, Remark, Span } from '../reading.ts'
import { isRegion, shortForms } from './place-words.ts'
import type { Course } from './read-course.ts'
import type { SiteDraft, SiteReason } from './site-register.ts'
import { findParts } from './read-parts.ts'
import type { Remarks } from './read-remarks.ts'
import type { Piece } from './sentences.ts'

const CONFIDENCE: Record<SiteReason, number> = {
  'named-in-route': 0.96,
  'opens-its-paragraph': 0.95,
  'gone-to': 0.9,
  'only-in-list': 0.6,
  'township-only': 0.6,
}

/** The places gone to, in the text's order, each with every form in which the text names it. */
export function asSites(
  { sites: drafts, steps, holders }: Course,
  text: string,
  spanOf: (start: number, end: number) => Span,
  remarks: Map<SiteDraft | 'meeting', Remarks>,
): ReadSite[] {
  const parts = findParts(steps, drafts)
  const remark = (piece: Piece): Remark => ({ text: piece.text, spans: [spanOf(piece.start, piece.end)] })
  return drafts.map((site, index) => {
    const holder = holderOf(site, holders)
    const aliases = aliasesOf(site, drafts, text)
    return {
      id: `s${index + 1}`,
      name: site.name,
      aliases,
      holder: holder && remark(holder),
      parts: (parts.get(site) ?? []).map(remark),
      spans: mentionsOf(site, aliases, text).map((at) => spanOf(at.start, at.end)),
      ...(remarks.get(site) ?? { seen: [], praised: [] }),
      confidence: CONFIDENCE[site.reason],
      reason: site.reason,
    }
  })
}

/** The last one named before it; a town in the site's own name (城厢镇某村) leaves only its county to hold it. */
function holderOf(site: SiteDraft, holders: readonly Piece[]): Piece | null {
  const { at } = site
  const hasTown = /^[\u4e00-\u9fff]{2,5}?(?:镇|乡|街道|苏木)./.test(site.name)
  return (
    holders.findLast(
      (one) =>
        one.start < at &&
        one.text !== site.name &&
        (hasTown ? isRegion(one.text) : !site.name.startsWith(one.text)),
    ) ?? null
  )
}

function aliasesOf(site: SiteDraft, drafts: SiteDraft[], text: string): string[] {
  const written = site.places.map((place) => place.text)
  const forms = new Set(written)
  for (const form of new Set(written)) {
    for (const short of shortForms(form)) {
      const ofAnother = drafts.some(
        (other) => other !== site && other.places.some((place) => place.text.includes(short)),
      )
      const inside = [...forms].some((known) => known.includes(short)) && !standsAlone(short, forms, text)
      if (!ofAnother && !inside && text.includes(short)) forms.add(short)
    }
  }
  forms.delete(site.name)
  return [...forms]
}

/** Does the short form stand anywhere outside the longer ones? */
function standsAlone(short: string, forms: Set<string>, text: string): boolean {
  const longer = [...forms].filter((form) => form.includes(short))
  const count = (words: string) => text.split(words).length - 1
  return count(short) > longer.reduce((sum, form) => sum + count(form) * (form.split(short).length - 1), 0)
}

interface Stretch {
  start: number
  end: number
}

/** Where the name was read, then every other mention in text order. */
function mentionsOf(site: SiteDraft, aliases: string[], text: string): Stretch[] {
  const { start, end } = site.places[0]!
  const found: Stretch[] = []
  const taken = new Set<number>()
  for (const form of [site.name, ...aliases].sort((a, b) => b.length - a.length)) {
    for (
      let at = text.indexOf(form);
      at !== -1 && found.length < 200;
      at = text.indexOf(form, at + form.length)
    ) {
      if (at < end && at + form.length > start) continue
      if (taken.has(at) || taken.has(at + form.length - 1)) continue
      for (let unit = at; unit < at + form.length; unit++) taken.add(unit)
      found.push({ start: at, end: at + form.length })
    }
  }
  return [{ start, end }, ...found.sort((a, b) => a.start - b.start)]
}
