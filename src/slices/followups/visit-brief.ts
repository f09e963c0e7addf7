import { type Actor, reachOf } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { writtenDate } from '#platform/documents/compose-document.ts'
import type { Block, OfficialDocument, Run } from '#platform/documents/official-document.ts'
import { notFound } from '#platform/http/problems.ts'
import { theCounty } from '#slices/organisations'
import { type ConfirmedVisit, confirmedVisits } from '#slices/visits'
import { briefMessages } from './brief-messages.ts'
import { isEnded } from './followup.ts'
import { followupMessages } from './followup-messages.ts'
import { type FollowupRow, followupsOfVisit } from './followup-store.ts'
import { type Calendar, calendarAt, organisationNames, timeOf } from './followup-view.ts'
import { lastWords } from './step-store.ts'

type Named = Awaited<ReturnType<typeof organisationNames>>
type Words = Awaited<ReturnType<typeof lastWords>>

/**
 * The brief of a visit: where they went, what was asked for, how far it is. Only what the reader may see.
 * A draft to work on, never an official document by itself. Throws `notFound`.
 */
export async function visitBrief(tx: Tx, actor: Actor, id: string, now: Date): Promise<OfficialDocument> {
  const [visit] = await confirmedVisits(tx, [id])
  const followups = await followupsOfVisit(tx, id, reachOf(actor, 'followup.read'))
  if (!visit || followups.length === 0) throw notFound({ zh: '这次调研', en: 'This visit' })
  const { language } = actor
  const t = briefMessages[language]
  const calendar = calendarAt(now)
  const own = actor.organisations[0] ?? null
  const names = await organisationNames(tx, [own, ...followups.map(({ lead }) => lead)], language)
  const words = await lastWords(
    tx,
    followups.map((one) => one.id),
  )
  const county = await theCounty(tx)
  return {
    language,
    office: names(own)?.name ?? (language === 'zh' ? county?.name : county?.nameEn) ?? '',
    title: t.title(visit.title),
    date: calendar.today,
    draft: true,
    body: [
      { kind: 'heading', level: 1, text: t.overview },
      ...overview(visit, followups, calendar, language),
      { kind: 'heading', level: 1, text: t.sites },
      ...sites(visit, language),
      { kind: 'heading', level: 1, text: t.directives },
      ...followups.flatMap((one) => directive(one, { names, words, calendar, language })),
      { kind: 'heading', level: 1, text: t.open },
      ...stillOpen(followups, names, calendar, language),
    ],
  }
}

type Language = Actor['language']

function overview(
  visit: ConfirmedVisit,
  followups: readonly FollowupRow[],
  calendar: Calendar,
  language: Language,
): Block[] {
  const t = briefMessages[language]
  const count = (matches: (one: FollowupRow) => boolean) => followups.filter(matches).length
  const overdue = (one: FollowupRow) => timeOf(one, calendar).lamp === 'overdue'
  return [
    paragraph(
      t.visited({
        day: visit.day === null ? null : writtenDate(visit.day, language),
        lead: visit.lead && t.people([visit.lead]),
        companions: visit.companions.length ? t.people(visit.companions) : null,
        sites: visit.sites.map((site) => site.name),
        meeting: visit.meeting?.name ?? null,
      }),
    ),
    paragraph(
      t.counted({
        all: followups.length,
        closed: count(({ state }) => state === 'closed'),
        review: count(({ state }) => state === 'closing'),
        running: count(({ state }) => state === 'underway' || state === 'returned'),
        assigned: count(({ state }) => state === 'assigned'),
        open: count(({ state }) => state === 'open'),
        withdrawn: count(({ state }) => state === 'withdrawn'),
        overdue: count(overdue),
      }),
    ),
  ]
}

function sites(visit: ConfirmedVisit, language: Language): Block[] {
  const t = briefMessages[language]
  const all = [...visit.sites, ...(visit.meeting ? [visit.meeting] : [])]
  if (all.length === 0) return [paragraph(t.noSites)]
  return all.flatMap((site): Block[] => [
    { kind: 'heading', level: 2, text: site.name },
    ...(site.seen.length ? [paragraph(t.seen(site.seen))] : []),
    ...(site.praised.length ? [paragraph(t.praised(site.praised))] : []),
    ...(site.seen.length + site.praised.length === 0 ? [paragraph(t.nothingNoted)] : []),
  ])
}

function directive(
  followup: FollowupRow,
  at: { names: Named; words: Words; calendar: Calendar; language: Language },
): Block[] {
  const { names, words, calendar, language } = at
  const t = briefMessages[language]
  const m = followupMessages[language]
  const word = words.get(followup.id)
  const { lamp } = timeOf(followup, calendar)
  const places = followup.places.map((place) => (place.kind === 'visit' ? m.place.visit : place.name))
  const facts = t.facts({
    lead: names(followup.lead)?.name ?? null,
    due: followup.dueDay === null ? null : writtenDate(followup.dueDay, language),
    deadline: followup.deadline,
    state:
      lamp === 'overdue' || lamp === 'near'
        ? `${m.states[followup.state]}${t.also(m.lamps[lamp])}`
        : m.states[followup.state],
  })
  const said: Run[] = [{ text: t.said(m.forces[followup.force]) }, { text: followup.quote, quoted: true }]
  return [
    { kind: 'heading', level: 2, text: t.directiveTitle(followup.number, places) },
    { kind: 'paragraph', text: said },
    paragraph(facts),
    ...(word?.text ? [paragraph(t.lastWord(word.day, m.steps[word.kind], word.text))] : []),
  ]
}

function stillOpen(
  followups: readonly FollowupRow[],
  names: Named,
  calendar: Calendar,
  language: Language,
): Block[] {
  const t = briefMessages[language]
  const m = followupMessages[language]
  const items = followups
    .filter(({ state }) => !isEnded(state))
    .map((one) => {
      const turn = one.state === 'open' || one.state === 'closing' ? 'supervisor' : 'lead'
      const { workingDaysLeft } = timeOf(one, calendar)
      const left = workingDaysLeft === null ? null : m.daysLeft(workingDaysLeft)
      const waits = m.waitsFor(turn, one.state, names(one.lead)?.name ?? '')
      return t.openItem(one.number, waits, left, one.pendingExtension !== null)
    })
  return items.length ? [{ kind: 'list', ordered: true, items }] : [paragraph(t.nothingOpen)]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
