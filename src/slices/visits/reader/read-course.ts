import { endsAsPlace, isOffice, isPark, isPartOfSite, isPlaceOfItsOwn, isTownship } from './place-words.ts'
import { cut, isOnlyMeeting, isTopicList, placesFrom } from './read-destinations.ts'
import { CLOSES, HEARD, IN_HEAD, OF_WHOLE_VISIT, WIDE } from './course-words.ts'
import { DEMANDED, type Going, goingsIn, LOOKED_INTO, MOST_GOINGS, SURELY_GOES } from './read-goings.ts'
import { type MeetingDraft, readMeeting } from './read-meeting.ts'
import { isGeneric, isLikelyName, type PlaceName } from './read-place-list.ts'
import {
  bareHeadIn,
  placesInPassing,
  placesLeft,
  actsOf,
  isThere,
  placeDescribed,
  placeOfDeed,
  placesActedOn,
  placesWorkedAt,
  stationIn,
} from './read-site-heads.ts'
import { type Document, type Piece, type Sentence, splitOutside } from './sentences.ts'
import { type SiteDraft, type SiteReason, SiteRegister } from './site-register.ts'

/** Where a stretch of the report plays. */
export type Setting =
  | { kind: 'opening' }
  | { kind: 'visit' }
  | { kind: 'meeting' }
  | { kind: 'sites'; sites: SiteDraft[] }

/** A sentence, or its part between ；, with the setting that its words are said in. */
export interface Step extends Piece {
  sentence: Sentence
  setting: Setting
  /** First step of its sentence. */
  first: boolean
}

export interface Course {
  steps: Step[]
  sites: SiteDraft[]
  /** Towns, parks and counties that only hold sites, in text order. */
  holders: Piece[]
  meeting: MeetingDraft | null
}

/** Walks through the report and says of every step where it plays, and which places were gone to. */
export function readCourse(document: Document, opening: Sentence | null, leadName: string | null): Course {
  const walk = new Walk(opening, leadName)
  for (const sentence of document.sentences) walk.take(sentence)
  walk.readHeadline(document.title)
  return walk.finish()
}

class Walk {
  private readonly sites: SiteRegister
  private readonly steps: Step[] = []
  private meeting: MeetingDraft | null = null
  private setting: Setting = { kind: 'opening' }
  private readonly opening: Sentence | null
  /** 李蓉强调…: the lead by name, where 她 would be enough if it still were about the same place. */
  private readonly concluding: RegExp
  /** Set by a heading (第一站　某某社区); holds until the next one. */
  private section: Setting | null = null
  private headsInParagraph = 0
  private spoken = false
  /** The places that this paragraph has told of in one breath. */
  private route: SiteDraft[] | null = null
  /** A meeting was the last thing that the text told of. */
  private met = false
  /** The place that this paragraph has described last, though nobody is said to go there yet. */
  private described: PlaceName | null = null
  private readonly leadName: string | null
  private readonly acts: RegExp
  /** Whether the step just read opens or holds a meeting. */
  private held: 'head' | 'held' | null = null

  constructor(opening: Sentence | null, leadName: string | null) {
    this.opening = opening
    this.leadName = leadName
    this.acts = actsOf(leadName)
    this.sites = new SiteRegister(opening)
    this.concluding = new RegExp(
      `^(?:最后，)?(?:${leadName ? `${leadName}|` : ''}调研组|考察组|工作组|督导组)(?:一行)?(?:最后|还|在调研中)?(?:强调|指出|要求|希望|表示)`,
    )
  }

  take(sentence: Sentence): void {
    if (sentence.opens) {
      this.described = null
      this.route = null
      this.headsInParagraph = 0
      this.spoken = false
    }
    if (sentence !== this.opening && this.setting.kind !== 'meeting')
      this.described = placeDescribed(sentence, (name) => this.sites.isKnown(name)) ?? this.described
    splitOutside(sentence, '；').forEach((piece, index) => {
      this.setting = this.settingOf(piece, sentence, index === 0)
      if (this.held === 'held') this.met = true
      if (/强调|要求|希望|叮嘱|勉励|鼓励|建议/.test(piece.text)) this.spoken = true
      this.steps.push({ ...piece, sentence, setting: this.setting, first: index === 0 })
    })
  }

  readHeadline(title: Piece | null): void {
    if (!title) return
    const names = [...goingsIn(title.text)].flatMap(({ index, words }) =>
      placesFrom(title, index + words.length),
    )
    this.sites.nameAsIn(names)
  }

  finish(): Course {
    const { kept, sites, holders } = this.sites.settled()
    const only = this.onlySiteOf(sites)
    for (const step of this.steps) {
      if (only && step.setting.kind !== 'meeting' && step.start > only.at)
        step.setting = { kind: 'sites', sites: [only] }
      if (step.setting.kind !== 'sites') continue
      const still = step.setting.sites.filter((site) => kept.has(site))
      step.setting = still.length > 0 ? { kind: 'sites', sites: still } : { kind: 'visit' }
    }
    return { steps: this.steps, sites, holders, meeting: this.meeting }
  }

  /** A report that opens with its only place is told there from then on, until a meeting begins. */
  private onlySiteOf(sites: readonly SiteDraft[]): SiteDraft | null {
    const only = this.sites.openedWith
    return only && sites.length === 1 && sites[0] === only ? only : null
  }

  private settingOf(piece: Piece, sentence: Sentence, first: boolean): Setting {
    const held = this.meetingIn(piece)
    if (held === 'head' || (this.meeting !== null && HEARD.test(piece.text))) return { kind: 'meeting' }
    if (
      this.met &&
      !sentence.opens &&
      this.opening !== sentence &&
      this.concluding.test(piece.text.replace(/^[他她]/, this.leadName ?? ''))
    )
      return { kind: 'meeting' }
    const head = this.sitesAtHead(piece, sentence)
    const onlyHolds = head.length > 0 && head.every((site) => isHolding(site.last))
    if (head.length > 0 && !onlyHolds) return this.atSites(head)
    if (/^在(?:调研|考察|走访|检查|视察)(?!组|中心|基地|点|站)[^，]{0,24}(?:时|中|后)，/.test(piece.text))
      return { kind: 'visit' }
    if (
      head.length === 0 &&
      CLOSES.test(piece.text) &&
      !(this.setting.kind === 'meeting' && /最后/.test(piece.text.slice(0, 12)))
    )
      return { kind: 'visit' }
    if (head.length === 0 && this.concludes(piece)) return { kind: 'visit' }
    const gone = [
      ...(sentence === this.opening ? this.add(placesWorkedAt(piece), 'named-in-route', piece) : []),
      ...this.sitesGoneTo(piece, sentence, onlyHolds),
    ]
    if (gone.length > 0) gone.push(...this.add(placeOfDeed(piece), 'gone-to', piece))
    if (onlyHolds && !gone.some((site) => !head.includes(site))) return this.atSites(head)
    if (onlyHolds) {
      for (const site of head) if (site.places.length === 1 && isPark(site.name)) site.holds = true
      return this.atSites(gone)
    }
    const station = this.add(stationIn(piece, sentence), 'opens-its-paragraph', piece)
    if (station.length > 0) return (this.section = this.atSites(station))
    this.add(placesLeft(piece), 'gone-to', piece)
    const seen = [
      ...this.add(bareHeadIn(piece, sentence), 'opens-its-paragraph', piece),
      ...this.add(placesInPassing(piece), 'gone-to', piece),
      ...(gone.length > 0 || DEMANDED.test(piece.text)
        ? []
        : this.add(placesActedOn(piece), 'gone-to', piece)),
      ...this.add(this.described && isThere(piece.text, this.acts) ? [this.described] : [], 'gone-to', piece),
    ]
    if (seen.length > 0) return this.atSites(seen)
    if (held === 'held' && sentence !== this.opening && gone.length === 0) return { kind: 'meeting' }
    if (gone.length > 0) {
      const telling =
        this.setting.kind === 'opening' ||
        sentence === this.opening ||
        (this.setting.kind === 'sites' && this.setting.sites.every((site) => isHolding(site.name)))
      const asks = sentence !== this.opening && /(?:叮嘱|要求|希望|勉励|鼓励|嘱咐|建议)/.test(piece.text)
      if (sentence !== this.opening) this.route = gone.length > 1 ? gone : null
      if (telling && gone.length > 1 && !asks) return { kind: 'opening' }
      return this.atSites(gone)
    }
    if (this.route && this.setting.kind === 'sites' && this.speaksOfAll(piece, sentence))
      return { kind: 'visit' }
    if (this.route && !sentence.opens && this.setting.kind === 'opening' && this.speaksThere(piece))
      return this.atSites(this.route)
    return first && sentence.opens ? this.atNewParagraph(piece, sentence) : this.setting
  }

  /** 他要求，… in the paragraph of a route: of all its places; by name, in a report of one paragraph, of the whole. */
  private speaksThere(piece: Piece): boolean {
    if (WIDE.test(piece.text.slice(0, 40))) return false
    if (/^(?:并)?(?:她|他|要求|希望|强调|叮嘱|勉励)/.test(piece.text)) return true
    return /^[^，。]{2,6}(?:对|充分|高度)[^。]{0,120}?(?:肯定|评价)[^，]{0,6}，(?:并)?(?:要求|希望|勉励|鼓励|叮嘱)/.test(
      piece.text,
    )
  }

  /** By name, in a report of one paragraph that has told its route: 孙某强调, … */
  private speaksOfAll(piece: Piece, sentence: Sentence): boolean {
    return !sentence.opens && !/^(?:并)?(?:她|他)/.test(piece.text) && this.concluding.test(piece.text)
  }

  private atSites(sites: SiteDraft[]): Setting {
    this.headsInParagraph++
    this.spoken = false
    this.met = false
    return { kind: 'sites', sites }
  }

  /** In a report of one paragraph the last word stands behind the last place, but is not about it. */
  private concludes(piece: Piece): boolean {
    if (this.setting.kind !== 'sites') return false
    if (
      this.headsInParagraph < (WIDE.test(piece.text.slice(0, 40)) ? 1 : 2) ||
      !this.concluding.test(piece.text)
    )
      return false
    return (
      this.spoken ||
      /各级|各部门|各地|全[省市县区州旗]|各乡镇|各单位|各有关|各县|群团组织|各群团|相关部门|有关部门|[县市]委、|县[里上]|党委政府/.test(
        piece.text.slice(0, 40),
      )
    )
  }

  /** A paragraph without a head of its own: the meeting goes on, a site's story does not outlive its paragraph. */
  private atNewParagraph(piece: Piece, sentence: Sentence): Setting {
    if (OF_WHOLE_VISIT.test(piece.text)) return { kind: 'visit' }
    const about =
      /肯定|评价|对/.test(piece.text.slice(0, 12)) && !WIDE.test(piece.text.slice(0, 60))
        ? this.sites.mentionedIn(piece.text.slice(0, 40))
        : null
    if (about) return { kind: 'sites', sites: [about] }
    const only = this.sites.openedWith
    if (only && this.isVerdict(piece) && this.setting.kind !== 'meeting' && !this.met)
      return { kind: 'sites', sites: [only] }
    if (this.met && this.isVerdict(piece) && !WIDE.test(piece.text.slice(0, 60))) return { kind: 'meeting' }
    if (this.setting.kind === 'meeting') return this.setting
    if (this.setting.kind === 'opening' && sentence.paragraph <= 1 && !this.staysAtOnlySite(piece))
      return { kind: 'opening' }
    if (
      this.setting.kind === 'sites' &&
      (this.actsOn(piece) ||
        /^(?:[她他]|当?得知|当?看到|听说|了解到|交谈中|现场)/.test(piece.text) ||
        this.opensAtPart(piece))
    )
      return this.setting
    if (this.staysAtOnlySite(piece)) return { kind: 'sites', sites: [this.sites.only!] }
    const known = this.sites.spokenOf(piece)
    if (known) return this.atSites([known])
    if (this.section && !this.isVerdict(piece)) return this.section
    return { kind: 'visit' }
  }

  /** 蔡某看到…, 蔡某蹲下身…: behind a picture the story at the one place goes on. */
  private actsOn(piece: Piece): boolean {
    if (this.setting.kind !== 'sites' || this.setting.sites.length !== 1) return false
    const visitor = this.leadName !== null && piece.text.startsWith(this.leadName) ? this.leadName.length : 0
    return (
      visitor > 0 &&
      /^[^，]{0,3}(?:看[到着了]|蹲|坐|握|翻|打开|拿|捧|问|接过|端|听说|得知|俯|停|摸|尝|凑|掀|按|试)/.test(
        piece.text.slice(visitor),
      )
    )
  }

  /** 在一楼大厅，…: the next paragraph is still about the same site, only further inside. */
  private opensAtPart(piece: Piece): boolean {
    const head = IN_HEAD.exec(piece.text)
    if (!head) {
      const walks =
        /^(?:[^，]{2,6}?(?:一行)?(?:还|又|随后)?)?(?:走进|步入|离开)([^，]{2,14}?)(?:，|察看|查看|参观|了解|与|同)/.exec(
          piece.text,
        )
      return (
        walks !== null &&
        (isGeneric(walks[1]!) || isPartOfSite(walks[1]!) || piece.text.startsWith(walks[0].slice(0, 2)))
      )
    }
    const clause = piece.text.slice(head[0].length).split('，', 1)[0]!
    return clause.length <= 20 && (isPartOfSite(clause) || endsAsPlace(clause))
  }

  /** A report of one place: what the next paragraph looks at is there too, until it speaks to everybody. */
  private staysAtOnlySite(piece: Piece): boolean {
    if (this.sites.only === null || this.setting.kind === 'visit' || this.isVerdict(piece)) return false
    return /^[^。]{0,24}(?:询问|了解|察看|查看|参观|听取|观看|交谈|走进|体验|翻看|翻阅)/.test(piece.text)
  }

  /** 南宫野指出，…: the last word of a report in sections. */
  private isVerdict(piece: Piece): boolean {
    return (
      /^[\u4e00-\u9fff·]{2,8}(?:最后)?(?:强调|指出|要求)/.test(piece.text) ||
      WIDE.test(piece.text.slice(0, 60))
    )
  }

  private meetingIn(piece: Piece): 'head' | 'held' | null {
    const found = readMeeting(piece)
    this.held = found?.tells ?? null
    if (!found) return null
    const better = this.meeting === null || (this.meeting.name.length < 3 && found.name.length >= 3)
    if (better && /(?:会|会议|座谈交流|座谈)$/.test(found.name))
      this.meeting = { name: found.name, start: found.start, end: found.end }
    return found.tells
  }

  /** 在甲、乙，… at the start of a step. */
  private sitesAtHead(piece: Piece, sentence: Sentence): SiteDraft[] {
    const head = IN_HEAD.exec(piece.text)
    if (!head) return []
    const from = head[0].length
    const comma = piece.text.indexOf('，', from)
    const clause = cut(piece, from, comma === -1 ? piece.text.length : comma)
    if (/(?:带领|率领|陪同|讲解|引导|指导|带动|见证|导览)下/.test(clause.text)) return []
    const names = placesFrom(piece, from)
    if (isOnlyMeeting(piece, names)) return []
    const inside = this.setting.kind === 'sites' && !sentence.opens
    if (
      inside &&
      names.length === 1 &&
      !isPlaceOfItsOwn(names[0]!.text) &&
      !this.sites.isKnown(names[0]!.text)
    )
      return []
    if (names.length > 0) return this.add(names, 'opens-its-paragraph', piece)
    const known = this.sites.knownIn(clause)
    if (known.length > 0) return this.add(known, 'opens-its-paragraph', piece)
    const likely =
      sentence.opens && comma !== -1 && this.visitorAt(piece, comma + 1) && isLikelyName(clause.text)
    return likely ? this.add([{ ...clause, sure: false }], 'opens-its-paragraph', piece) : []
  }

  /** Does the lead, or the delegation, stand here? */
  private visitorAt(piece: Piece, at: number): boolean {
    const words = piece.text.slice(at, at + 12)
    return (
      (this.leadName !== null && words.startsWith(this.leadName)) ||
      /^(?:调研|考察|慰问|检查|督导)组|^[他她](?!们)/.test(words)
    )
  }

  private sitesGoneTo(piece: Piece, sentence: Sentence, onlyStrong = false): SiteDraft[] {
    const found: SiteDraft[] = []
    const inSite =
      this.setting.kind === 'meeting' ||
      (this.setting.kind === 'sites' &&
        !this.setting.sites.every((site) => isTownship(site.name) || isOffice(site.name)))
    let until = 0
    let looked = 0
    for (const match of goingsIn(piece.text)) {
      if (++looked > MOST_GOINGS) break
      if (match.index < until) continue
      const weak = match.weak !== undefined && !/先后|依次|分别|首站/.test(match.words)
      if (weak && onlyStrong) continue
      const goesOn = weak && this.goesOn(piece, match)
      if (weak && inSite && !sentence.opens && !goesOn) continue
      const goesFurther = weak && /^(?:实地|还|又)/.test(match.words)
      const already = weak && !/[到赴]$/.test(match.weak!) && found.some((site) => !isTownship(site.name))
      if (already && !goesFurther) continue
      if (weak && this.setting.kind === 'visit' && !sentence.opens && !goesOn) continue
      if (DEMANDED.test(piece.text.slice(Math.max(0, match.index - 30), match.index))) continue
      const from = match.index + match.words.length
      if (
        weak &&
        sentence.opens &&
        sentence.stop === '' &&
        piece.text.length < 20 &&
        sentence !== this.opening
      )
        continue
      const names = isTopicList(piece.text, match.words, from)
        ? []
        : placesFrom(piece, from, SURELY_GOES.test(match.words))
      if (already && !names.every((name) => isPlaceOfItsOwn(name.text) && endsItsClause(piece, name)))
        continue
      if (sentence === this.opening && LOOKED_INTO.test(match.words))
        for (const name of names) name.topic = true
      if (isOnlyMeeting(piece, names)) continue
      if (
        inSite &&
        !sentence.opens &&
        /走进|步入|走入/.test(match.words) &&
        !/^(?:还|又|随后)/.test(match.words) &&
        !names.some((name) => isPlaceOfItsOwn(name.text) || this.sites.isKnown(name.text))
      )
        continue
      const added = this.add(names, this.setting.kind === 'opening' ? 'named-in-route' : 'gone-to', piece)
      if (added.length > 0) {
        found.push(...added)
        until = names.at(-1)!.end - piece.start
      }
    }
    return found
  }

  /** 随后又到…, 之后，调研组还察看了…: the next place, though the paragraph is about another. */
  private goesOn(piece: Piece, match: Going): boolean {
    const verbAt = match.index + match.words.length - match.weak!.length
    const before = piece.text.slice(0, match.index)
    if (
      /[到赴]$/.test(match.weak!) &&
      (before === this.leadName || /^(?:他|她|[\u4e00-\u9fff]{2,4}一行)$/.test(before))
    )
      return true
    if (/^[还又]/.test(match.words) || (match.index === 0 && /[到赴]$/.test(match.weak!))) return true
    if (/[到赴]$/.test(match.weak!)) {
      return /(?:又|还|再|随后|接着|之后|一行)，?$/.test(
        piece.text.slice(Math.max(0, match.index - 6), verbAt),
      )
    }
    return /^(?:(?:随后|接着|之后|最后|下午|其后|然后)，?|在[\u4e00-\u9fff]{2,5}，)(?:[^，]{2,8})?(?:还|又)?$/.test(
      piece.text.slice(0, match.index),
    )
  }

  private add(names: PlaceName[], reason: SiteReason, piece: Piece): SiteDraft[] {
    return this.sites.add(names, reason, piece, this.setting.kind === 'sites' ? this.setting.sites : [])
  }
}

/** 实地察看了防洪堤工程等建设情况 looks at a state of things, not at a place. */
function endsItsClause(piece: Piece, name: PlaceName): boolean {
  return !/^[^，]{0,40}(?:情况|进展|进度|建设|工作)(?:，|$)/.test(piece.text.slice(name.end - piece.start))
}

function isHolding(name: string): boolean {
  return isTownship(name) || isPark(name)
}
