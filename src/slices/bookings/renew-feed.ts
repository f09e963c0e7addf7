import { command, type Work } from '#platform/commands/command.ts'
import { notFound } from '#platform/http/problems.ts'
import { placesByIds, roomsByIds } from '#slices/places'
import { renewFeedInput } from './feed-contract.ts'
import { replaceFeed } from './feed-store.ts'

/** Gives a calendar a new secret address; the one before shows nothing any more. */
export const renewFeed = command('booking.renew-feed', {
  may: { permission: 'booking.decide', at: async (work, input) => [(await placeAbout(work, input)).keeper] },
  input: renewFeedInput,
  event: 'booking.feed-renewed',
  ledgered: ({ token: _, ...rest }) => rest,
  async decide(work, { feed: id, kind, about, token }) {
    const { tx, actor, now } = work
    const place = await placeAbout(work, { kind, about })
    const by = { person: actor.person, at: now.toISOString() }
    await replaceFeed(tx, { county: actor.county, id, aboutKind: kind, about, token }, by)
    return {
      result: { id, county: actor.county },
      event: { about: { kind: 'place', id: place.id }, data: { feed: id, kind, about } },
    }
  },
})

async function placeAbout({ tx }: Work, { kind, about }: { kind: 'room' | 'place'; about: string }) {
  const [room] = kind === 'room' ? await roomsByIds(tx, [about]) : []
  const [place] = await placesByIds(tx, [kind === 'room' ? (room?.place ?? about) : about])
  if (!place)
    throw notFound(
      kind === 'room' ? { zh: '这个场地', en: 'This room' } : { zh: '这处阵地', en: 'This place' },
    )
  return place
}
