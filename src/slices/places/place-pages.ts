import type { PublicAsked, PublicDoor, PublicPage } from '#platform/public/public-page.ts'
import { addDays, holidayName } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import { nameIn, organisationsByIds } from '#slices/organisations'
import { areasOf, villageOf } from './county-areas.ts'
import { hoursOfPlaces } from './hours-store.ts'
import { exceptionOn, isHoliday, spansByDay } from './opening-hours.ts'
import { dialled } from './phone.ts'
import { type PlaceKind, residentKinds } from './place.ts'
import { pageOfPlaces } from './place-list-store.ts'
import { countForResidents } from './place-public-store.ts'
import { placeMessages } from './place-messages.ts'
import { placesByIds, type PlaceRow } from './place-store.ts'
import { placeData, placePage } from './public/place-page.ts'
import { placePublicMessages } from './public/place-public-messages.ts'
import { placesPage } from './public/places-page.ts'

/** So many places stand on a page of the list, and so many days among the hours. */
const perPage = 50
const daysShown = 7

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isForResidents = (kind: PlaceKind) => (residentKinds as readonly PlaceKind[]).includes(kind)

/** Those of the ids that the public pages show: open, and of a kind that receives people. */
export async function placesForResidents(tx: Tx, ids: readonly string[]): Promise<PlaceRow[]> {
  const places = await placesByIds(tx, ids)
  return places.filter(({ kind, closedAt }) => closedAt === null && isForResidents(kind))
}

const list: PublicPage = {
  path: '/places',
  asks: ['kind', 'area', 'after'],
  async show(asked) {
    const { tx, county, language, query, link } = asked
    const t = placePublicMessages[language]
    const kind = residentKinds.find((one) => one === query.get('kind'))
    const areas = areasOf(county)?.townships ?? []
    const area = areas.find(({ code }) => code === query.get('area'))
    const after = query.get('after') ?? undefined
    const filter = { kind: kind ? [kind] : [...residentKinds], area: area?.code, state: 'open' as const }
    const { rows, next } = await pageOfPlaces(
      tx,
      { filter, own: [] },
      { after: after && uuid.test(after) ? after : undefined, limit: perPage },
    )
    const counts = await countForResidents(tx, residentKinds)
    const names = placeMessages[language].kinds
    return {
      title: [area?.name, kind ? names[kind] : t.places].filter(Boolean).join(t.ofArea),
      description: t.listDescription,
      above: [],
      main: placesPage(
        { language, link },
        {
          kind: kind ?? null,
          area: area?.code ?? null,
          kinds: counts.map((one) => ({ ...one, name: names[one.kind] })),
          areas: areas.map(({ code, name }) => ({ code, name })),
          places: rows.map((place) => ({
            id: place.id,
            name: place.name,
            kind: names[place.kind],
            where: whereOf(place),
            phone: place.phone,
          })),
          next,
        },
      ),
    }
  },
}

const one: PublicPage = {
  path: '/places/:place',
  async show(asked) {
    const { tx, language, params, link, kiosk } = asked
    const id = params.place ?? ''
    const [place] = uuid.test(id) ? await placesForResidents(tx, [id]) : []
    if (!place) return null
    const t = placeMessages[language]
    const [keeper] = await organisationsByIds(tx, [place.keeper])
    const around = await placesForResidents(tx, place.path.slice(0, -1))
    const below = await pageOfPlaces(
      tx,
      { filter: { parent: place.id, kind: [...residentKinds], state: 'open' }, own: [] },
      { limit: perPage },
    )
    const shown = {
      id: place.id,
      name: place.name,
      kind: t.kinds[place.kind],
      address: place.address,
      where: whereOf(place),
      phone: place.phone === null ? null : { shown: place.phone, dialled: dialled(place.phone) },
      keeper: keeper ? nameIn(keeper, language) : null,
      access: place.accessibility.map((term) => t.access[term]),
      languages: place.languages.map((spoken) => t.spoken[spoken]),
      hours: await hoursShown(asked, place),
      above: around.map(({ id: each, name }) => ({ id: each, name })),
      below: below.rows.map(({ id: each, name }) => ({ id: each, name })),
    }
    return {
      title: place.name,
      description: [shown.kind, shown.where, place.address].filter(Boolean).join(' · '),
      above: [{ title: placePublicMessages[language].places, path: '/places' }],
      record: { kind: 'place', id: place.id },
      main: placePage({ language, link, kiosk }, shown),
      data: placeData(shown),
    }
  },
}

function whereOf({ village }: PlaceRow): string | null {
  const known = village === null ? undefined : villageOf(village)
  return known ? `${known.township.name}${known.name}` : null
}

/** The next days with their hours; null where nobody said any. */
async function hoursShown({ tx, today }: PublicAsked, place: PlaceRow) {
  const hours = (await hoursOfPlaces(tx, [place.id], addDays(today, -1))).get(place.id)
  if (!hours || (hours.rules.length === 0 && hours.exceptions.length === 0)) return null
  return [...spansByDay(hours, today, addDays(today, daysShown - 1))].map(([day, spans]) => ({
    day,
    spans,
    why: exceptionOn(hours, day)?.reason ?? (isHoliday(day) ? holidayName(day) : null),
  }))
}

/** What the places show to everyone. */
export const placesPublic: PublicDoor = {
  pages: [list, one],
  home: [
    {
      title: { zh: placePublicMessages.zh.find, en: placePublicMessages.en.find },
      lead: { zh: placePublicMessages.zh.findLead, en: placePublicMessages.en.findLead },
      path: '/places',
      order: 20,
    },
  ],
}
