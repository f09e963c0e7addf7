import { createHash } from 'node:crypto'
import { addDays, dayOf, isWorkingDay } from '#platform/clock/working-days.ts'
import { inTransaction } from '#platform/db/database.ts'
import { workThrough } from '#platform/jobs/worker.ts'
import type { Demo } from '#platform/slice.ts'
import { settleDemoNotices } from '#slices/notices'
import { actorOf } from '#slices/people'
import type { ComposedHouse } from './house.ts'

/** Tianquan, and a neighbour whose only use is that nobody here may see it. */
export const demoCounties = ['511825', '511803']

/** Loads the demo: the same records on every machine, dated by working days before `today`. */
export async function loadDemo(house: ComposedHouse, now: Date = new Date()): Promise<void> {
  const demos = demoCounties.map((county) => demoFor(house, county, now))
  for (const demo of demos) {
    for (const slice of house.slices) await slice.demo?.(demo)
  }
  await workThrough(house.database, house.jobs, { now, asDue: true, log: house.log })
  for (const demo of demos) await settleDemoNotices(demo)
}

function demoFor(house: ComposedHouse, county: string, now: Date): Demo {
  const shared = new Map<string, string>()
  return {
    county,
    commands: house.commands,
    database: house.database,
    shared,
    id: (name) => demoId(`${county} ${name}`),
    daysAgo: (workingDays, hour = 10) => workingDaysAgo(now, workingDays, hour),
    async as(login) {
      const person = shared.get(`person ${login}`) ?? ''
      const actor = await inTransaction(house.database, { county, person: null }, (tx) =>
        actorOf(house, tx, county, person, 'zh'),
      )
      if (!actor) throw new Error(`the demo knows no ${login}`)
      return actor
    },
  }
}

/** A UUIDv7 whose time is the day of the first demo and whose rest is the hash of a name. */
function demoId(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex')
  return `019aaf00-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`
}

function workingDaysAgo(now: Date, count: number, hour: number): Date {
  let day = dayOf(now)
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  const moment = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
  return moment > now ? now : moment
}
