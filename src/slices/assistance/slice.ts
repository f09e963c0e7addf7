import type { Actor } from '#platform/auth/actor.ts'
import { answer, obey } from '#platform/contracts/served.ts'
import type { Tx } from '#platform/db/database.ts'
import { eventsOfAssistance } from '#platform/events/event-store.ts'
import { notFound } from '#platform/http/problems.ts'
import type { House, MakeSlice } from '#platform/slice.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { namesOfPeople } from '#slices/people'
import { type Assistance, isOpen } from './assistance.ts'
import { assistanceRoutes } from './assistance-contract.ts'
import { assistanceEvents, assistanceRecord } from './assistance-messages.ts'
import { assistancesByIds, assistancesOf } from './assistance-store.ts'
import { beginAssistance } from './begin-assistance.ts'
import { endAssistance } from './end-assistance.ts'

const mostShown = 50

const shown = ({ id, name, phone, way, begunAt, endsAt, ...rest }: Assistance, now: Date) => ({
  id,
  name,
  phone,
  way,
  begunAt,
  endsAt,
  open: isOpen({ endsAt, endedAt: rest.endedAt }, now),
})

/** Staff act for a person without a phone: one person, half an hour, each deed labelled, a receipt at the end. */
export const assistanceSlice: MakeSlice = (house) => ({
  name: 'assistance',
  served: [
    answer(assistanceRoutes.list, async ({ tx, actor, now }) => ({
      items: (await assistancesOf(tx, actor.person, mostShown)).map((one) => shown(one, now)),
    })),
    obey(assistanceRoutes.begin, beginAssistance),
    obey(assistanceRoutes.end, endAssistance),
    answer(assistanceRoutes.receipt, async ({ tx, actor, params, now }) => {
      const [found] = await assistancesByIds(tx, [params.assistance])
      // It names a person who is helped: only who helped them has the receipt.
      if (!found || found.staff !== actor.person) throw notFound(assistanceRecord)
      return { ...shown(found, now), ...(await receiptOf(house, tx, actor, found)) }
    }),
  ],
  permissions: { 'assistance.act': ['officer', 'supervisor'] },
  records: [
    {
      kind: 'assistance',
      name: assistanceRecord,
      show: async (tx, actor, ids) =>
        (await assistancesByIds(tx, ids))
          .filter(({ staff }) => staff === actor.person)
          .map(({ id, name, begunAt }) => ({
            kind: 'assistance',
            id,
            title: name,
            subtitle: begunAt.slice(0, 10),
            href: '/',
          })),
    },
  ],
  events: assistanceEvents,
})

async function receiptOf(house: House, tx: Tx, actor: Actor, { id, staff, organisation }: Assistance) {
  const events = await eventsOfAssistance(tx, id)
  const [at] = await organisationsByIds(tx, [organisation])
  const titles = new Map<string, string>()
  for (const [name, kind] of house.recordKinds()) {
    const ids = events.flatMap(({ about }) => (about.kind === name ? [about.id] : []))
    if (ids.length) for (const card of await kind.show(tx, actor, ids)) titles.set(card.id, card.title)
  }
  return {
    staff: (await namesOfPeople(tx, [staff])).get(staff) ?? '',
    organisation: { id: organisation, name: at ? nameIn(at, actor.language) : '' },
    acts: events.map((event) => ({
      id: event.id,
      what: house.eventTexts().get(event.name)?.[actor.language] ?? event.name,
      title: titles.get(event.about.id) ?? '',
      at: event.at,
    })),
  }
}
