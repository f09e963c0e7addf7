import type { Actor } from '#platform/auth/actor.ts'
import { addDays, dayOf } from '#platform/clock/working-days.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Demo } from '#platform/slice.ts'
import { addRoom, setHours } from '#slices/places'
import { approveBooking } from './approve-booking.ts'
import { cancelBooking } from './cancel-booking.ts'
import { checkIn } from './check-in.ts'
import { type DemoHouse, demoHouses, type DemoWish, demoWishes } from './demo-rooms.ts'
import { requestBooking } from './request-booking.ts'
import { sweepBookings } from './sweep-bookings.ts'

const weeksBack = 50
const weeksAhead = 3
const perWeek = 4
const minute = 60_000
const day = 86_400_000

interface Crew {
  demo: Demo
  now: Date
  actors: Map<string, Actor>
  /** By room: who looks after it, and its place. */
  kept: Map<string, { room: string; place: string; officer: string }>
  chance: () => number
}

/** A year of the county's rooms, by a fixed seed and by the same commands as people send: some come, some do not. */
export async function loadDemoBookings(demo: Demo): Promise<void> {
  if (demo.county !== '511825') return
  const now = demo.daysAgo(0, 10)
  const actors = new Map<string, Actor>()
  const logins = [...demoHouses.map(({ officer }) => officer), ...demoWishes.map(({ by }) => by)]
  for (const login of new Set(logins)) actors.set(login, await demo.as(login))
  const crew: Crew = { demo, now, actors, kept: new Map(), chance: seeded(511825) }
  for (const house of demoHouses) await furnish(crew, house)
  const monday = mondayOf(dayOf(now))
  for (let week = -weeksBack; week <= weeksAhead; week += 1) {
    for (const wish of chosen(crew, perWeek))
      await live(crew, wish, addDays(monday, week * 7 + wish.weekday - 1), week)
    if (week % 4 === 0 && week < 0)
      await sweep(crew, new Date(`${addDays(monday, week * 7 + 7)}T00:00:00+08:00`))
  }
  await sweep(crew, now)
}

async function furnish({ demo, now, actors, kept }: Crew, { place: name, officer, hours, rooms }: DemoHouse) {
  const place = demo.shared.get(`place ${name}`)
  const actor = actors.get(officer)
  if (!place || !actor) throw new Error(`the demo knows no place ${name}`)
  const at = new Date(now.getTime() - (weeksBack + 2) * 7 * day)
  const { run } = demo.commands
  const { days, spans, holidays, makeUp } = hours
  const rules = spans.map(([opens, minutes]) => ({
    rule: `FREQ=WEEKLY;BYDAY=${days}`,
    from: '2024-01-01',
    opens,
    minutes,
    holidays,
    makeUpDays: makeUp ? ('open' as const) : ('plain' as const),
  }))
  await run(setHours, actor, { place, before: 0, rules }, { id: demo.id(`hours of ${name}`), now: at })
  for (const {
    name: called,
    capacity,
    equipment,
    partOf,
    approval = 'others',
    open = 'organisations',
  } of rooms) {
    const room = demo.id(`room ${called}`)
    const parent = partOf ? demo.id(`room ${partOf}`) : null
    const ruled = {
      bookers: open,
      approval,
      freeUpTo: 240,
      outsideHours: 'ask',
      longest: 720,
      daysAhead: 180,
      clearing: 0,
      grace: 30,
    } as const
    const facts = { room, place, parent, name: called, capacity, equipment: equipment as [], rules: ruled }
    await run(addRoom, actor, facts, { id: demo.id(`add room ${called}`), now: at })
    kept.set(called, { room, place, officer })
  }
}

/** One wish of one week, from asking to coming, as far as the demo's day has got. */
async function live(
  { demo, now, actors, kept, chance }: Crew,
  wish: DemoWish,
  on: string,
  week: number,
): Promise<void> {
  const { run } = demo.commands
  const where = kept.get(wish.room)
  const asker = actors.get(wish.by)
  const officer = actors.get(where?.officer ?? '')
  if (!where || !asker || !officer) throw new Error(`the demo knows no room ${wish.room}`)
  const name = `${wish.room} ${wish.purpose} ${week}`
  const booking = demo.id(`booking ${name}`)
  const starts = new Date(Date.parse(`${on}T00:00:00+08:00`) + wish.hour * 60 * minute)
  const ends = new Date(starts.getTime() + wish.minutes * minute)
  const asked = earlier(new Date(starts.getTime() - (4 + Math.floor(chance() * 5)) * day), now)
  const sent = (what: string, at: Date) => ({ id: demo.id(`${what} ${name}`), now: earlier(at, now) })
  const [comes, cancels] = [chance() > 0.1, chance() < 0.08]
  const request = {
    booking,
    rooms: [where.room],
    starts: starts.toISOString(),
    ends: ends.toISOString(),
    purpose: wish.purpose,
    party: wish.party,
    kind: wish.kind ?? ('room' as const),
    groupName: wish.group ?? null,
  }
  const made = await run(requestBooking, asker, request, sent('ask', asked)).catch(taken)
  if (!made) return
  let { version, state } = made
  const decided = new Date(asked.getTime() + day)
  if (state === 'asked' && decided <= now) {
    const guide = wish.kind === 'visit' ? officer.person : null
    ;({ version, state } = await run(
      approveBooking,
      officer,
      { booking, version, guide },
      sent('approve', decided),
    ))
  }
  const dayBefore = new Date(starts.getTime() - day)
  if (cancels && dayBefore <= now && dayBefore > decided) {
    await run(cancelBooking, asker, { booking, version, reason: '活动改期' }, sent('cancel', dayBefore))
    return
  }
  const arrived = new Date(starts.getTime() - 5 * minute)
  if (state !== 'approved' || !comes || arrived > now) return
  const came = Math.max(1, Math.round(wish.party * (0.6 + chance() * 0.4)))
  await run(checkIn, asker, { booking, who: asker.name, came }, sent('come', arrived))
}

async function sweep({ demo, actors, kept }: Crew, at: Date): Promise<void> {
  const swept = new Set<string>()
  for (const { place, officer } of kept.values()) {
    const actor = actors.get(officer)
    if (!actor || swept.has(place)) continue
    swept.add(place)
    await demo.commands.run(
      sweepBookings,
      actor,
      { place },
      { id: demo.id(`sweep ${place} ${dayOf(at)}`), now: at },
    )
  }
}

/** Two of the demo's people wanted the same hour: the second one let it be. */
function taken(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'booking.taken') return undefined
  throw error
}

/** So many different wishes of the list. */
function chosen({ chance }: Crew, count: number): DemoWish[] {
  const left = [...demoWishes]
  return Array.from({ length: count }, () => left.splice(Math.floor(chance() * left.length), 1)).flat()
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)

function mondayOf(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, -((weekday + 6) % 7))
}

/** The same numbers from 0 to 1 on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
