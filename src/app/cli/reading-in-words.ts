import { readerMessages, REASONS } from '../../slices/visits/reader/index.ts'
import type {
  Confidence,
  ReadDirective,
  Reading,
  ReadPerson,
  ReadSite,
  RepairKind,
} from '../../slices/visits/reading.ts'
import { readMessages } from './read-messages.ts'

export type Language = 'zh' | 'en'

interface InWords {
  language: Language
  /** Add why each thing was taken. */
  explain: boolean
  /** The file's name, where several are printed. */
  heading: string | null
}

/** A reading as a page of text for a terminal. */
export function inWords(reading: Reading, { language, explain, heading }: InWords): string {
  const { labels } = readMessages[language]
  const texts = readerMessages[language]
  const colon = language === 'zh' ? '：' : ': '
  const why = (one: Confidence) =>
    explain ? `  [${Math.round(one.confidence * 100)}% ${reasonText(one.reason, language)}]` : ''
  const lines: string[] = []
  if (heading) lines.push(`== ${heading}`)
  if (reading.title) lines.push(reading.title.text)
  lines.push(
    `${texts.kinds[reading.kind]}${explain || reading.kind !== 'visit' ? `${colon}${reasonIn(texts.kindReasons, reading.kindReason)}` : ''}`,
  )
  lines.push('', `${labels.date}${colon}${dateText(reading, language)}${why(reading.dateInfo)}`)
  lines.push(
    `${labels.lead}${colon}${reading.lead ? personText(reading.lead) + why(reading.lead) : readMessages[language].unknown}`,
  )
  if (reading.companions.length > 0) {
    lines.push(`${labels.companions} (${reading.companions.length})${colon}`)
    for (const person of reading.companions) lines.push(`  ${personText(person)}${why(person)}`)
  }
  if (reading.groups.length > 0)
    lines.push(`${labels.groups}${colon}${reading.groups.map((group) => group.text).join('、')}`)
  lines.push('', `${labels.sites} (${reading.sites.length})${colon}`)
  reading.sites.forEach((site, index) =>
    lines.push(...siteLines(site, index, language).map((line, i) => line + (i === 0 ? why(site) : ''))),
  )
  if (reading.meeting)
    lines.push('', `${labels.meeting}${colon}${reading.meeting.name}${why(reading.meeting)}`)
  lines.push('', `${labels.directives} (${reading.directives.length})${colon}`)
  reading.directives.forEach((one, index) =>
    lines.push(...directiveLines(one, index, language), ...(explain ? [`     ${why(one).trim()}`] : [])),
  )
  if (reading.cutOff) lines.push('', labels.cutOff)
  const repairs = repairCounts(reading)
  if (repairs.length > 0) {
    lines.push('', `${labels.repairs}${colon}`)
    for (const [kind, count] of repairs) lines.push(`  ${String(count).padStart(4)}  ${texts.repairs[kind]}`)
  }
  return `${lines.join('\n')}\n\n`
}

/** Why a text looks like what it looks like; a reason that has no words yet is told as the general one. */
function reasonIn(texts: Record<string, string>, reason: string): string {
  return texts[reason] ?? texts['unlike-anything-known'] ?? ''
}

function reasonText(code: string, language: Language): string {
  const known = REASONS.find((reason) => reason === code)
  return known ? readerMessages[language].reasons[known] : code
}

function dateText(reading: Reading, language: Language): string {
  const { labels } = readMessages[language]
  if (reading.date === null)
    return `${readMessages[language].unknown} (${reasonText(reading.dateInfo.reason, language)})`
  return reading.dateInfo.yearMissing ? `${reading.date} (${labels.yearMissing})` : reading.date
}

function personText(person: ReadPerson): string {
  return person.titles.length > 0 ? `${person.name}  ${person.titles.join('、')}` : person.name
}

function siteLines(site: ReadSite, index: number, language: Language): string[] {
  const { labels } = readMessages[language]
  const also = site.aliases.length > 0 ? ` (${labels.alias} ${site.aliases.join('、')})` : ''
  return [
    `  ${index + 1}. ${site.name}${also}`,
    ...(site.holder ? [`     ${labels.holder} ${site.holder.text}`] : []),
    ...(site.parts.length > 0
      ? [`     ${labels.parts} ${site.parts.map(({ text }) => text).join('、')}`]
      : []),
    ...site.seen.map((remark) => `     ${labels.seen} ${remark.text}`),
    ...site.praised.map((remark) => `     ${labels.praised} ${remark.text}`),
  ]
}

function directiveLines(one: ReadDirective, index: number, language: Language): string[] {
  const { labels } = readMessages[language]
  const places = one.places.map((place) =>
    place === 'visit' ? labels.visit : place === 'meeting' ? labels.atMeeting : place,
  )
  const facts = [
    readerMessages[language].forces[one.force],
    one.measurable ? labels.measurable : labels.notMeasurable,
    ...(one.subject ? [`${labels.subject} ${one.subject}`] : []),
    ...(one.theme ? [`${labels.theme} ${one.theme}`] : []),
    ...(one.deadline ? [`${labels.deadline} ${one.deadline}`] : []),
  ]
  const beside = [
    ...(one.means.length > 0 ? [`${labels.means} ${one.means.join('、')}`] : []),
    ...(one.goals.length > 0 ? [`${labels.goals} ${one.goals.join('、')}`] : []),
    ...(one.quantities.length > 0 ? [`${labels.quantities} ${one.quantities.join('、')}`] : []),
  ]
  return [
    `  ${index + 1}. ${one.text}`,
    `     ${labels.places} ${places.join('、')} · ${facts.join(' · ')}`,
    ...(beside.length > 0 ? [`     ${beside.join(' · ')}`] : []),
  ]
}

function repairCounts(reading: Reading): [RepairKind, number][] {
  const counts = new Map<RepairKind, number>()
  for (const repair of reading.repairs) counts.set(repair.kind, (counts.get(repair.kind) ?? 0) + 1)
  return [...counts]
}
