import type { CountyAreas } from './county-areas.ts'

/**
 * When two names mean the same place or organisation. A report says 县群团中心 or 天全县“红军村”, the register
 * 天全县群团综合服务中心 and 仁义镇红军村: what stands around the core of a name is left out before two are compared.
 */

const quotes = /[“”„‟"'‘’「」『』《》〈〉]/gu
const brackets = /[([【〔][^()[\]【】〔〕]*[)\]】〕]/gu
const bracketSigns = /[()[\]【】〔〕]/gu
const between = /[\s·•・‧]/gu

/**
 * A name as it is compared: full-width signs as half-width ones, Latin letters small, no spaces, quotes or middle
 * dots. Two names with one key are the same name.
 */
export function nameKey(name: string): string {
  return name.replace(quotes, '').normalize('NFKC').toLowerCase().replace(between, '').replace(quotes, '')
}

/** What a name comes down to, and the town that it names itself. */
export interface ShortForm {
  core: string
  township: string | null
}

const shortest = 2
const legalForms = /(?:集团)?(?:股份)?有限(?:责任)?公司$|(?:有限合伙|集团公司|农民专业合作社联合社)$/u

/** 县 that belongs to what follows: 县城, 县委, 县域. */
const countyWords = /^[城委域级道]/u

/** A committee stands for what it looks after. */
const committees: readonly [RegExp, string][] = [
  [/(?:社区居民委员会|社区居委会|居民委员会|居委会)$/u, '社区'],
  [/(?:村村民委员会|村民委员会|村村委会|村委会)$/u, '村'],
]

/**
 * The short forms of a name, the one nearest to it first; empty where nothing worth comparing is left. Left out are:
 * the province's, city's, county's and town's names in front (also 县 and 本县 alone, and the county's name without
 * 县), brackets with or without what they hold, the legal form of a firm behind. `areas` are those of the county;
 * without them only 县 is known.
 */
export function shortFormsOf(
  name: string,
  areas: Pick<CountyAreas, 'name' | 'above' | 'townships'> | undefined,
): ShortForm[] {
  const key = nameKey(name)
  const bodies = new Set([key.replace(bracketSigns, ''), key.replace(brackets, '')])
  const forms = new Map<string, ShortForm>()
  for (const body of bodies) {
    const { rest, township } = withoutAreas(body, areas)
    for (const core of [asLookedAfter(rest), asLookedAfter(rest).replace(legalForms, '')]) {
      if ([...core].length >= shortest && !forms.has(core)) forms.set(core, { core, township })
    }
  }
  return [...forms.values()]
}

/** Two towns that are named must be the same one: 城厢镇妇女之家 is not the 妇女之家 of 始阳镇. */
export function townshipsAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

function withoutAreas(
  key: string,
  areas: Parameters<typeof shortFormsOf>[1],
): { rest: string; township: string | null } {
  let rest = key
  const drop = (prefix: string, least = shortest) => {
    const left = rest.slice(prefix.length)
    const atTown = areas?.townships.some((one) => left.startsWith(one.name)) ?? false
    const cutsAWord = prefix.endsWith('县') && countyWords.test(left) && !atTown
    const fits = rest.startsWith(prefix) && [...left].length >= least && !cutsAWord
    if (fits) rest = left
    return fits
  }
  const county = areas?.name ?? ''
  for (const above of areas?.above ?? []) {
    if (!drop(above)) drop(above.slice(0, -1), 3)
  }
  const named = (county && drop(county)) || drop('本县') || drop('我县') || drop('县')
  // 天全中医医院 is 天全县中医医院; what is left must still be a name of its own.
  if (!named && county) drop(county.replace(/[县区市]$/u, ''), 3)
  const township = areas?.townships.find((one) => drop(one.name))?.name ?? null
  return { rest, township }
}

function asLookedAfter(name: string): string {
  for (const [committee, area] of committees) {
    if (committee.test(name)) return name.replace(committee, area)
  }
  return name
}
