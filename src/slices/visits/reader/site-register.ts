import { isOffice, isPark, isPartOfSite, isRegion, isSamePlace, isTownship } from './place-words.ts'
import type { PlaceName } from './read-place-list.ts'
import type { Piece, Sentence } from './sentences.ts'

export type SiteReason =
  | 'named-in-route'
  | 'opens-its-paragraph'
  | 'gone-to'
  | 'only-in-list'
  | 'township-only'

export interface SiteDraft {
  name: string
  reason: SiteReason
  /** Where the body first names it, in whatever form. */
  at: number
  /** Where the name was read, then where other forms of it were. */
  places: { start: number; end: number; text: string }[]
  /** How it was called last. */
  last: string
  /** Named in one list with finer places, so that a township stands for itself. */
  listed: boolean
  /** Is something told of it where it is first named, beyond that they went there? */
  told: boolean
  /** What was looked into in the opening: a place gone to only where the text names no other. */
  topic: boolean
  /** It only holds the place that the text goes on to. */
  holds: boolean
}

/** No visit goes to more places; a text that names more is many reports, and each place would be held against each. */
const MOST_SITES = 200
/** One place is not called by more names. */
const MOST_FORMS = 12

/** The places that a report has named so far: one draft for each, under whatever name the text comes back to it. */
export class SiteRegister {
  private readonly sites: SiteDraft[] = []
  private readonly regions: Piece[]
  private readonly opening: Sentence | null

  constructor(opening: Sentence | null) {
    this.opening = opening
    this.regions = opening ? regionsIn(opening) : []
  }

  /** The site of a report that has named just one. */
  get only(): SiteDraft | null {
    return this.sites.length === 1 ? this.sites[0]! : null
  }

  /** The one site named so far, where the report opens with it. */
  get openedWith(): SiteDraft | null {
    const { only } = this
    if (!only || !this.opening) return null
    const at = only.at
    return at >= this.opening.start && at < this.opening.end ? only : null
  }

  /** At the end: the sites in text order, and the towns, parks and counties that only held them. */
  settled(): { kept: Set<SiteDraft>; sites: SiteDraft[]; holders: Piece[] } {
    const finer = this.sites.filter((site) => !this.isHolder(site))
    if (finer.length === 0) for (const site of this.sites) site.reason = 'township-only'
    const kept = new Set(finer.length > 0 ? finer : this.sites)
    const dropped = this.sites.filter((site) => !kept.has(site)).map((site) => site.places[0]!)
    return {
      kept,
      sites: [...kept].sort((a, b) => a.at - b.at),
      holders: [...this.regions, ...dropped].sort((a, b) => a.start - b.start),
    }
  }

  /** The headline may say in full what the text says for short: 可久镇二龙滩水库建设工地 for 二龙滩建设工地. */
  nameAsIn(headline: readonly PlaceName[]): void {
    for (const place of headline) {
      const { text } = place
      const site = this.known(text) ?? this.sites.find((one) => isShortFor(one.name, text))
      if (site && text.length > site.name.length && !isRegion(text) && !isTownship(text)) rename(site, place)
    }
  }

  /** Enters the places named in a step; `at` are the sites that it plays at, where it does. Gives those that it goes to. */
  add(names: PlaceName[], reason: SiteReason, piece: Piece, at: readonly SiteDraft[]): SiteDraft[] {
    const added: SiteDraft[] = []
    const told = /[\u4e00-\u9fff]{5}/.test(piece.text.slice((names.at(-1)?.end ?? piece.end) - piece.start))
    for (const name of names.slice(0, 60)) {
      if (isRegion(name.text)) {
        if (this.regions.length < MOST_SITES) this.regions.push(name)
        continue
      }
      if (
        this.sites.length > 0 &&
        isPartOfSite(name.text) &&
        !this.sites.some((one) => one.name === name.text)
      )
        continue
      if (name.inside && at.length > 0) {
        const holder = at.at(-1)!
        if (holder.told) continue
        if (isPark(holder.name) || isTownship(holder.name)) holder.holds = true
      }
      const place = { start: name.start, end: name.end, text: name.text }
      let site = this.known(name.text)
      if (!site && this.sites.length >= MOST_SITES) continue
      if (site && (isProjectAt(site.name, name.text) || isInFull(site.name, name.text))) rename(site, place)
      else if (site) {
        if (site.places.length < MOST_FORMS && isNewForm(site, place.text)) site.places.push(place)
        site.last = place.text
      } else {
        const listed = names.some((other) => !isTownship(other.text))
        site = {
          name: name.text,
          reason: name.sure ? reason : 'only-in-list',
          at: place.start,
          places: [place],
          last: name.text,
          listed,
          told,
          topic: name.topic === true,
          holds: false,
        }
        this.sites.push(site)
      }
      if (!added.includes(site)) added.push(site)
    }
    return added
  }

  isKnown(name: string): boolean {
    return this.known(name) !== undefined
  }

  private known(name: string): SiteDraft | undefined {
    return (
      this.sites.find((one) =>
        one.places.some((place) => isSamePlace(place.text, name) || isProjectAt(place.text, name)),
      ) ??
      this.onlyOneWith(name) ??
      this.sites.find((one) => isInside(one, name))
    )
  }

  /** 在渡江路 for 渡江路环卫工人“爱心驿站”: the route's only place whose name holds these words. */
  private onlyOneWith(words: string): SiteDraft | undefined {
    const part = bare(words)
    if (part.length < 3) return undefined
    const holding = this.sites.filter((site) => bare(site.name).includes(part))
    return holding.length === 1 ? holding[0] : undefined
  }

  /** A name whose ending says nothing, but which the route has named. */
  knownIn(clause: Piece): PlaceName[] {
    const known = this.sites.find((site) => clause.text.startsWith(site.name))
    if (known)
      return [{ start: clause.start, end: clause.start + known.name.length, text: known.name, sure: true }]
    return this.onlyOneWith(clause.text) ? [{ ...clause, sure: true }] : []
  }

  /** “阳光家园”托养中心原是…: a paragraph that opens with the name of a place that the route has named. */
  spokenOf(piece: Piece): SiteDraft | null {
    const words = bare(piece.text.slice(0, 40).split(/[，。：]/, 1)[0]!).slice(0, 24)
    if (/强调|指出|要求|希望|表示|肯定|评价|感谢|后说|说$/.test(words)) return null
    const near = this.sites.filter((site) => {
      const name = bare(site.name)
      for (let at = 0; at + 4 <= name.length; at++) {
        const part = name.slice(at, at + 4)
        if (
          words.includes(part) &&
          !COMMON_PART.test(part) &&
          !this.sites.some((other) => other !== site && bare(other.name).includes(part))
        )
          return true
      }
      return false
    })
    return near.length === 1 ? near[0]! : null
  }

  /** A township holds the places that the text goes on to, unless it stands beside them in one list. */
  private isHolder(site: SiteDraft): boolean {
    if (site.holds || this.onlyReceives(site)) return true
    if (this.isKindOf(site)) return true
    if (site.topic && site.places.length === 1 && this.sites.some((other) => !other.topic)) return true
    if (!isTownship(site.name)) return this.onlyHolds(site)
    return !site.listed || this.sites.some((other) => other !== site && other.name.startsWith(site.name))
  }

  /** 深入科普示范基地 in the opening, and then each such base by its name. */
  private isKindOf(site: SiteDraft): boolean {
    if (!this.opening || site.places.length > 1 || site.at > this.opening.end) return false
    if (/[省市县区镇乡村州旗]|“/.test(site.name.slice(0, -1))) return false
    const kind = site.name.slice(-4)
    return (
      kind.length === 4 &&
      this.sites.filter((other) => other !== site && other.name.endsWith(kind)).length >= 2
    )
  }

  /** The only site that these words name, in full or by its last word of place (明德村). */
  mentionedIn(words: string): SiteDraft | null {
    const named = this.sites.filter((site) => {
      if (words.includes(site.name)) return true
      const short = /[\u4e00-\u9fff]{2,3}(?:村|社区|公司|小学|中学|景区|小区)$/.exec(site.name)?.[0]
      return short !== undefined && words.includes(short)
    })
    return named.length === 1 ? named[0]! : null
  }

  /** 到市总工会调研 in the opening, and then place by place: the office only received them. */
  private onlyReceives(site: SiteDraft): boolean {
    if (!this.opening || site.places.length > 1 || this.sites.length < 2) return false
    if (!isOffice(site.name)) return false
    const inOpening = (one: SiteDraft) => one.at < this.opening!.end
    return inOpening(site) && site.at >= this.opening.start && this.sites.filter(inOpening).length === 1
  }

  /** 到某某园区调研 in the opening, and then place by place: the park holds them. */
  private onlyHolds(site: SiteDraft): boolean {
    if (!this.opening || site.places.length > 1 || this.sites.length < 2 || !isPark(site.name)) return false
    const inOpening = (one: SiteDraft) => one.at < this.opening!.end
    return inOpening(site) && site.at >= this.opening.start && this.sites.filter(inOpening).length === 1
  }
}

/** A second mention counts, and every form that is not known yet; the hundredth of the same does not. */
function isNewForm(site: SiteDraft, text: string): boolean {
  return site.places.length < 2 || !site.places.some((one) => one.text === text)
}

/** From now on it is called so, and the name was read there. */
function rename(site: SiteDraft, { start, end, text }: { start: number; end: number; text: string }): void {
  site.name = text
  site.last = text
  site.places.unshift({ start, end, text })
}

/** 托养中心, and then 县残疾人托养中心: a kind of place is named in full only later. */
function isInFull(known: string, name: string): boolean {
  return (
    known.length <= 6 &&
    name.length > known.length &&
    name.endsWith(known) &&
    !/[省市县区镇乡村州旗“]/.test(known)
  )
}

/** Every character in order, the same beginning somewhere and the same end. */
function isShortFor(short: string, full: string): boolean {
  if (short.length < 4 || !full.includes(short.slice(0, 3)) || short.slice(-2) !== full.slice(-2))
    return false
  let at = 0
  for (const unit of full) if (unit === short[at]) at++
  return at === short.length
}

/** 鄂城钢铁公司科普教育基地, after a route that named 鄂城钢铁公司 beside others: further inside. */
function isInside(site: SiteDraft, name: string): boolean {
  return (
    site.listed &&
    site.name.length >= 5 &&
    name.startsWith(site.name) &&
    /(?:公司|集团|医院|学校|小学|中学|大学|学院|电站|煤矿|工业园|产业园|景区)$/.test(site.name)
  )
}

/** 残疾人服务中心无障碍建设项目 was looked into, 残疾人服务中心 is where they went. */
function isProjectAt(known: string, name: string): boolean {
  return (
    known.startsWith(name) &&
    name.length >= 4 &&
    /(?:建设|改造)[^，]{0,4}(?:项目|工程)$/.test(known.slice(name.length))
  )
}

/** Four characters that many places have. */
const COMMON_PART =
  /服务|中心|之家|儿童|妇女|青年|职工|工会|有限|公司|社区|街道|基地|学校|小学|残疾|红十字|综合|[省市州县区]/

function bare(words: string): string {
  return words.replace(/[“”"‘’]/g, '')
}

const REGION_GONE_TO =
  /(?:赴|到|来|在|深入|莅临)([\u4e00-\u9fff]{2,7}?(?:自治[县州旗]|[县市区州旗]))(?=，|就|专题|开展|进行|调研|考察|走访|慰问|检查|督导|视察|指导|看望)/g

/** 到青山县调研: the county that holds what follows. */
function regionsIn(opening: Sentence): Piece[] {
  return [...opening.text.matchAll(REGION_GONE_TO)].map((match) => {
    const end = opening.start + match.index + match[0].length
    return { start: end - match[1]!.length, end, text: match[1]! }
  })
}
