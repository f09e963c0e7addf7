import type { z } from 'zod'
import { command, type Work } from '#platform/commands/command.ts'
import { wallTimeOf } from '#platform/clock/recurrence.ts'
import { newId } from '#platform/records/new-id.ts'
import type { Request, Times } from './booking.ts'
import { type choiceInput, requestSeriesInput } from './booking-contract.ts'
import { choicesMissing, nothingToBook } from './booking-problems.ts'
import { insertSeries } from './booking-store.ts'
import { clashesAt, occurrencesOf } from './clashes.ts'
import { lockResources } from './hold-store.ts'
import { makeBooking, timesOf } from './make-booking.ts'
import { partsOf, readParts } from './take-together.ts'
import { putOnList } from './wait-for-room.ts'

type Choice = z.output<typeof choiceInput>

/**
 * Asks for rooms by a rule of RFC 5545. Its sender has seen the clashes and said what becomes of each: skipped, moved,
 * or waited for. One that clashes without a word (somebody was quicker) refuses the whole, so that nobody believes to
 * have what they have not; each occurrence is a booking of its own.
 */
export const requestSeries = command('booking.request-series', {
  may: { permission: 'booking.request' },
  input: requestSeriesInput,
  event: 'booking.series-asked',
  async decide(work, { series, starts, ends, rule, choices, ...request }) {
    const { tx, actor, now } = work
    const times = timesOf({ starts, ends })
    const { all } = occurrencesOf(times, rule)
    const chosen = new Map(choices.map((choice) => [new Date(choice.starts).getTime(), choice]))
    const wanted = all.filter((one) => chosen.get(one.starts.getTime())?.choice !== 'skip')
    if (wanted.length === 0) throw nothingToBook()
    await refuseSilentClashes(work, request, wanted, chosen)
    const minutes = (times.ends.getTime() - times.starts.getTime()) / 60_000
    const asked = { askedBy: actor.person, askedAt: now.toISOString() }
    const begins = wallTimeOf(times.starts)
    await insertSeries(tx, { county: actor.county, id: series, rule, begins, minutes, ...asked })
    const bookings = []
    const waits = []
    for (const one of wanted) {
      const choice = chosen.get(one.starts.getTime())
      if (choice?.choice === 'wait') {
        const id = newId(now)
        await putOnList(work, { id, request, ...one })
        waits.push({ id, starts: one.starts.toISOString() })
        continue
      }
      const id = newId(now)
      const made = await makeBooking(work, { id, series, ...placed(request, one, choice) })
      bookings.push({ id, starts: made.starts, state: made.state })
    }
    const skipped = all.filter((one) => !wanted.includes(one)).map((one) => one.starts.toISOString())
    return {
      result: { id: series, bookings, skipped, waits },
      event: {
        about: { kind: 'booking-series', id: series },
        data: { rule, rooms: request.rooms, bookings: bookings.map(({ id }) => id), skipped, waits },
      },
    }
  },
})

/** Where and when an occurrence is held: as the rule says, or where it was moved. */
function placed(request: Request, times: Times, choice: Choice | undefined): Times & { request: Request } {
  if (choice?.choice !== 'move') return { request, ...times }
  const rooms = choice.to.rooms ?? request.rooms
  return { request: { ...request, rooms }, ...timesOf(choice.to) }
}

async function refuseSilentClashes(
  work: Work,
  request: Request,
  wanted: readonly Times[],
  chosen: ReadonlyMap<number, Choice>,
): Promise<void> {
  const { tx, actor } = work
  const parts = await partsOf(work, request.rooms)
  // Everything that the series may take is locked at once, in one order: two series never wait for each other.
  const moved = [...chosen.values()].flatMap((choice) =>
    choice.choice === 'move' ? (choice.to.rooms ?? []) : [],
  )
  const elsewhere = await Promise.all([...new Set(moved)].map((room) => readParts(tx, [room])))
  const resources = [parts, ...elsewhere].flatMap((one) => [...one.parts.keys()])
  await lockResources(tx, actor.county, [...resources, ...request.people])
  const silent: string[] = []
  for (const one of wanted) {
    if (chosen.has(one.starts.getTime())) continue
    const clashes = await clashesAt(tx, parts, request.people, one)
    if (clashes.length > 0) silent.push(one.starts.toISOString())
  }
  if (silent.length > 0) throw choicesMissing(silent)
}
