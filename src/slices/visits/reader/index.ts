import type { Reading, ReadMeeting, ReadSite, Span } from '../reading.ts'
import { originalSpan } from './edited-text.ts'
import { readCourse } from './read-course.ts'
import { noDate, readDate } from './read-date.ts'
import { asDirectives, findDirectives } from './read-directives.ts'
import { readKind } from './read-kind.ts'
import { readPeople } from './read-people.ts'
import { readRemarks, type Remarks } from './read-remarks.ts'
import { asSites } from './read-sites.ts'
import { repairText } from './repair.ts'
import type { SiteDraft } from './site-register.ts'
import { isCutOff } from './read-cut-off.ts'
import { readDocument } from './sentences.ts'

export { type DecodedText, decodeText } from './decode-text.ts'
export { readerMessages } from './reader-messages.ts'
export { FORCES, KIND_REASONS, KINDS, REASONS, REPAIR_KINDS } from './reasons.ts'
export { repairedSlice } from './repaired-slice.ts'

export interface ReadOptions {
  /** Ids of repairs that a person undid: they stay listed, and the text is read with their `before`. */
  keep?: ReadonlySet<string>
}

/** A notice has dates too, but none on which somebody went somewhere. */
const TELLS_OF_A_DAY: ReadonlySet<Reading['kind']> = new Set(['visit', 'meeting', 'news'])
const NOTHING: ReadonlySet<string> = new Set()
const NO_REMARKS: Remarks = { seen: [], praised: [] }

/**
 * Reads a report as it was found: repairs it and takes out of it who went where, what was seen and said.
 * Pure, synchronous, offline; takes any string in time linear in its length and never throws.
 * All spans are UTF-16 offsets into `text`; `repairedSlice` gives back their words.
 */
export function readReport(text: string, options: ReadOptions = {}): Reading {
  const { repairs, current } = repairText(text, options.keep ?? NOTHING)
  const document = readDocument(current.text)
  const spanOf = (start: number, end: number): Span => originalSpan(current, start, end)
  const people = readPeople(document, spanOf)
  const leadName = people.lead?.name ?? null
  const course = readCourse(document, people.opening, leadName)
  const names = {
    lead: leadName,
    others: people.others,
    companions: people.companions.map((one) => one.name),
  }
  const around = repairs
    .filter((one) => one.kind === 'boilerplate' || one.kind === 'markup')
    .map((one) => one.before)
  const nameOf = (site: SiteDraft) => (course.sites.includes(site) ? site.name : null)
  const found = findDirectives(course.steps, names)
  const said = asDirectives(found, nameOf, spanOf)
  const asked = new Set(found.map((one) => one.step))
  const remarks = readRemarks(course.steps, asked, course.sites, spanOf)
  const sites: ReadSite[] = asSites(course, document.text, spanOf, remarks)
  const meeting: ReadMeeting | null = course.meeting && {
    name: course.meeting.name,
    spans: [spanOf(course.meeting.start, course.meeting.end)],
    ...(remarks.get('meeting') ?? NO_REMARKS),
    confidence: 0.9,
    reason: 'meeting-named',
  }
  const { kind, kindReason } = readKind(document, { hasLead: people.lead !== null, sites: sites.length })
  const directives =
    kind === 'meeting'
      ? said.map((one) => (one.places[0] === 'visit' ? { ...one, places: ['meeting'] } : one))
      : said
  const went = kind !== 'notice' && kind !== 'table' && kind !== 'meeting'
  return {
    kind,
    kindReason,
    title: document.title && {
      text: document.title.text,
      spans: [spanOf(document.title.start, document.title.end)],
    },
    ...(TELLS_OF_A_DAY.has(kind) ? readDate(document, people.opening, around, spanOf) : noDate()),
    lead: went ? people.lead : null,
    companions: went ? people.companions : [],
    groups: went ? people.groups : [],
    sites: went ? sites : [],
    meeting,
    directives,
    cutOff: isCutOff(document),
    original: text,
    repaired: current.text,
    repairs,
  }
}
