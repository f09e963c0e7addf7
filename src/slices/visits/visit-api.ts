import type { Actor } from '#platform/auth/actor.ts'
import { may } from '#platform/auth/actor.ts'
import { answer, obey, type Served } from '#platform/contracts/served.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/event-api.ts'
import { eventsOf } from '#platform/events/event-store.ts'
import type { FileShelf } from '#platform/files/file-shelf.ts'
import { filesOf } from '#platform/files/file-store.ts'
import { notFound } from '#platform/http/problems.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { confirmVisit } from './confirm-visit.ts'
import { arrivalsOf } from './arrival-store.ts'
import { correctVisit } from './correct-visit.ts'
import { dismissVisit } from './dismiss-visit.ts'
import { knownThings } from './known-things.ts'
import { recordVisit } from './record-visit.ts'
import { faultsBeforeConfirming, itemOf, itemsOf, type VisitContent } from './visit.ts'
import { visitRoutes } from './visit-contract.ts'
import { visitEvents, visitMessages } from './visit-messages.ts'
import { findVisits, visitById, type VisitRow } from './visit-store.ts'
import { countsOf, stateOf, titleOf } from './visit-summary.ts'

export function visitApi(shelf: FileShelf): Served[] {
  return [
    answer(visitRoutes.list, async ({ tx, actor, query }) => {
      const rows = await findVisits(tx, query)
      const names = await namesOfPeople(tx, present(rows.map((row) => row.recordedBy)))
      return {
        items: rows.map((row) => rowOf(row, row.kind, names, actor)),
        next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null,
      }
    }),
    answer(visitRoutes.get, async ({ tx, actor, params }) => {
      const visit = await visitById(tx, params.visit)
      if (!visit) throw notFound({ zh: '这次调研', en: 'This visit' })
      return show(tx, actor, visit)
    }),
    answer(visitRoutes.history, async ({ tx, actor, params }) => {
      if (!(await visitById(tx, params.visit))) throw notFound({ zh: '这次调研', en: 'This visit' })
      const events = await eventsOf(tx, { kind: 'visit', id: params.visit })
      return { items: await tell(tx, actor, naming, events) }
    }),
    obey(visitRoutes.record, recordVisit(shelf)),
    obey(visitRoutes.correct, correctVisit),
    obey(visitRoutes.confirm, confirmVisit),
    obey(visitRoutes.dismiss, dismissVisit),
  ]
}

const naming = {
  events: new Map(Object.entries(visitEvents)),
  kinds: new Map(),
  people: namesOfPeople,
  organisations: async (tx: Tx, ids: readonly string[], actor: Actor) =>
    new Map((await organisationsByIds(tx, ids)).map((one) => [one.id, nameIn(one, actor.language)])),
}

async function show(tx: Tx, actor: Actor, visit: VisitRow) {
  const names = await namesOfPeople(tx, present([visit.recordedBy]))
  const [file] = await filesOf(tx, 'visit', [visit.id])
  const { kind, kindReason, cutOff, groups, repairs } = visit.reading
  const content = visit.confirmedAt ? await withArrivals(tx, visit) : visit.content
  const refs = itemsOf(content, 'site').flatMap(({ item: { known, possible } }) => known ?? possible)
  return {
    ...rowOf(visit, kind, names, actor),
    version: visit.version,
    kindReason,
    cutOff,
    groups,
    repairs,
    original: visit.original,
    content,
    things: await knownThings(tx, refs, actor.language),
    file: file ? { id: file.id, name: file.name } : null,
    confirmedAt: visit.confirmedAt,
    dismissed: visit.dismissedAt ? { at: visit.dismissedAt, reason: visit.dismissedFor ?? '' } : null,
    actions: actionsFor(visit, actor),
  }
}

/** A visit that was confirmed before sites were looked up shows where it came to, though its content does not say it. */
async function withArrivals(tx: Tx, visit: VisitRow): Promise<VisitContent> {
  const sites = itemsOf(visit.content, 'site').filter(({ item }) => item.known === null)
  if (sites.length === 0) return visit.content
  const arrivals = await arrivalsOf(tx, visit.id)
  const linked = sites.flatMap(({ key, item }) => {
    const arrival = arrivals.find(({ names }) => names.includes(item.name))
    if (!arrival) return []
    const { kind, known, by } = arrival
    return [[key, { ...item, known: { kind, id: known, by }, possible: [] }] as const]
  })
  return { ...visit.content, ...Object.fromEntries(linked) }
}

function actionsFor(visit: VisitRow, actor: Actor): ('correct' | 'confirm' | 'dismiss')[] {
  if (stateOf(visit) !== 'draft' || !may(actor, 'visit.record', [visit.organisation])) return []
  const ready = faultsBeforeConfirming(visit.content).length === 0
  return ready ? ['correct', 'confirm', 'dismiss'] : ['correct', 'dismiss']
}

function rowOf(
  row: Omit<VisitRow, 'original' | 'reading'>,
  kind: string,
  names: ReadonlyMap<string, string>,
  actor: Actor,
) {
  return {
    id: row.id,
    title: titleOf(row.content) || visitMessages[actor.language].untitled,
    date: itemOf(row.content, 'date')?.value ?? null,
    lead: itemOf(row.content, 'lead')?.name ?? null,
    state: stateOf(row),
    kind,
    counts: countsOf(row.content),
    recordedBy: row.recordedBy ? { id: row.recordedBy, name: names.get(row.recordedBy) ?? '—' } : null,
    at: row.at,
  }
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}
