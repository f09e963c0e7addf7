import type { z } from 'zod'
import { beginningsOf, isRule, wallTimeOf } from '#platform/clock/recurrence.ts'
import { addDays, dayOf, holidayName } from '#platform/clock/working-days.ts'
import type { Tx } from '#platform/db/database.ts'
import {
  fullNames,
  type Hours,
  hoursOfPlaces,
  isOpenThroughout,
  openingsBetween,
  roomsToBook,
} from '#slices/places'
import { mostOccurrences, type Times } from './booking.ts'
import type { bookingRoutes } from './booking-contract.ts'
import { ruleNotRead } from './booking-problems.ts'
import { type Clash, clashesWith, cleared, type Parts, readParts } from './take-together.ts'

type Preview = z.input<typeof bookingRoutes.clashes.response>

const quarter = 15 * 60_000
/** So many other times and rooms are told of one that clashes. */
const mostElsewhere = 3

/**
 * The occurrences of a rule, at most `mostOccurrences`, by the wall clock in China; one where there is no rule. Throws
 * `ruleNotRead`.
 */
export function occurrencesOf(times: Times, rule: string | null): { all: Times[]; more: boolean } {
  if (rule === null) return { all: [times], more: false }
  if (!isRule(rule)) throw ruleNotRead(rule)
  const length = times.ends.getTime() - times.starts.getTime()
  const begin = beginningsOf(rule, wallTimeOf(times.starts), mostOccurrences + 1)
  const all = begin.map((starts) => ({ starts, ends: new Date(starts.getTime() + length) }))
  return { all: all.slice(0, mostOccurrences), more: all.length > mostOccurrences }
}

/** Each occurrence with whatever stands in its way, and where and when it could be instead. */
export async function previewClashes(
  tx: Tx,
  asked: { rooms: readonly string[]; people: readonly string[]; times: Times; rule: string | null },
  now: Date,
): Promise<Preview> {
  const { all, more } = occurrencesOf(asked.times, asked.rule)
  const parts = await readParts(tx, asked.rooms)
  const [first] = all
  const since = addDays(dayOf(first?.starts ?? now), -1)
  const hours = (await hoursOfPlaces(tx, [parts.place], since)).get(parts.place) ?? {
    rules: [],
    exceptions: [],
  }
  const occurrences = []
  for (const times of all) {
    const clashes = await clashesAt(tx, parts, asked.people, times)
    occurrences.push({
      ...written(times),
      clashes: clashes.map(({ resourceKind, id, name, starts, ends }) => ({
        resourceKind,
        id,
        name,
        starts,
        ends,
      })),
      inHours: isOpenThroughout(hours, times.starts, times.ends),
      holiday: holidayName(dayOf(times.starts)),
      elsewhere: clashes.length > 0 ? await elsewhere(tx, parts, asked.people, { times, hours, now }) : null,
    })
  }
  return { occurrences, more }
}

/** What stands in the way of one time, the clearing up after it counted. */
export function clashesAt(tx: Tx, parts: Parts, people: readonly string[], times: Times): Promise<Clash[]> {
  const held = { starts: times.starts, ends: cleared(times.ends, parts.rooms) }
  return clashesWith(tx, { parts: parts.parts, people }, held)
}

const written = ({ starts, ends }: Times) => ({ starts: starts.toISOString(), ends: ends.toISOString() })

/** When the same rooms and people are free on that day, near to the time that was wanted, and which rooms are free then. */
async function elsewhere(
  tx: Tx,
  parts: Parts,
  people: readonly string[],
  { times, hours, now }: { times: Times; hours: Hours; now: Date },
) {
  return {
    times: (await otherTimes(tx, parts, people, { times, hours, now })).map(written),
    rooms: await otherRooms(tx, parts, people, times),
  }
}

async function otherTimes(
  tx: Tx,
  parts: Parts,
  people: readonly string[],
  { times, hours, now }: { times: Times; hours: Hours; now: Date },
): Promise<Times[]> {
  const day = new Date(`${dayOf(times.starts)}T00:00:00+08:00`)
  const end = new Date(day.getTime() + 86_400_000)
  const length = times.ends.getTime() - times.starts.getTime()
  const clearing = cleared(times.ends, parts.rooms).getTime() - times.ends.getTime()
  // The whole day is asked once; what is free of it is reckoned here.
  const busy = await clashesWith(
    tx,
    { parts: parts.parts, people },
    { starts: day, ends: new Date(end.getTime() + 86_400_000) },
  )
  const known = hours.rules.length + hours.exceptions.length > 0
  const open = known ? openingsBetween(hours, day, end) : [{ from: day, to: end }]
  const free: Times[] = []
  for (const { from, to } of open) {
    for (let at = Math.max(from.getTime(), now.getTime()); at + length <= to.getTime(); at += quarter) {
      const starts = Math.ceil(at / quarter) * quarter
      if (starts + length > to.getTime()) break
      const clear = busy.every(
        (one) => Date.parse(one.starts) >= starts + length + clearing || Date.parse(one.ends) <= starts,
      )
      if (clear) free.push({ starts: new Date(starts), ends: new Date(starts + length) })
    }
  }
  const wanted = times.starts.getTime()
  const near = (one: Times) => Math.abs(one.starts.getTime() - wanted)
  return free.toSorted((a, b) => near(a) - near(b)).slice(0, mostElsewhere)
}

async function otherRooms(tx: Tx, parts: Parts, people: readonly string[], times: Times) {
  const seats = Math.max(...parts.rooms.map(({ capacity }) => capacity))
  const wanted = new Set(parts.rooms.map(({ id }) => id))
  // One of about the same size: half as large may do.
  const others = await roomsToBook(tx, { place: parts.place, seats: Math.ceil(seats / 2), limit: 20 })
  const free = []
  for (const room of others.filter(({ id }) => !wanted.has(id))) {
    if (free.length >= mostElsewhere) break
    const clashes = await clashesAt(tx, await readParts(tx, [room.id]), people, times)
    if (clashes.length === 0) free.push(room)
  }
  const names = await fullNames(tx, free)
  return free.map(({ id, name }) => ({ id, name: names.get(id) ?? name }))
}
