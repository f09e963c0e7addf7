import { expect, test } from 'vitest'
import { Problem } from '#platform/http/problem.ts'
import { knownReport, reportFault } from '../../visit-messages.ts'
import { phaseOf, type QueuedReport, type ReadVisit, tallyOf } from './report-queue.ts'
import { type RunningQueue, runningQueue } from './run-queue.ts'

const texts = { zh: { title: '一', detail: '二' }, en: { title: 'one', detail: 'two' } }
const lost = () => new Problem(0, 'network', texts)
const signedOut = () => new Problem(401, 'not-signed-in', texts)

interface World {
  queue: RunningQueue
  /** What reached the server: names with their command, in order. */
  sent: string[]
  /** Seconds that were waited for the network. */
  rested: number[]
}

interface WorldOptions {
  down?: () => boolean
  owner?: () => boolean
  rest?: (seconds: number) => Promise<void>
}

/** A queue over a server that answers as `serve` says; `down` counts the questions that it does not hear. */
function worldOf(
  serve: (report: QueuedReport, time: number) => ReadVisit | Promise<ReadVisit>,
  { down = () => false, owner = () => true, rest = async () => {} }: WorldOptions = {},
): World {
  let id = 0
  const sent: string[] = []
  const rested: number[] = []
  const times = new Map<string, number>()
  const queue = runningQueue({
    async send(report) {
      sent.push(report.name)
      const time = (times.get(report.name) ?? 0) + 1
      times.set(report.name, time)
      return serve(report, time)
    },
    async reach() {
      if (down()) throw lost()
    },
    async rest(seconds) {
      rested.push(seconds)
      await rest(seconds)
    },
    isOwners: owner,
    newId: () => `id-${(id += 1)}`,
  })
  return { queue, sent, rested }
}

const readOf = ({ visit, name }: QueuedReport): ReadVisit => ({
  id: visit,
  title: name,
  state: 'draft',
  kind: 'visit',
  directives: 2,
  toAsk: 0,
})
const filesOf = (...names: string[]) => names.map((name) => new File([name], name, { lastModified: 1 }))
const states = ({ queue }: World) => queue.state().reports.map(({ state }) => state.is)

/** Resolves once the queue stands as `is` says. */
function standing(world: World, is: (world: World) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!is(world)) return
      leave()
      resolve()
    }
    const leave = world.queue.subscribe(look)
    look()
  })
}
const finished = (world: World) => standing(world, ({ queue }) => phaseOf(queue.state()) === 'finished')

test('two hundred reports are read one after the other, each once, in order', async () => {
  let atOnce = 0
  const world = worldOf(async (report) => {
    atOnce += 1
    expect(atOnce).toBe(1)
    await Promise.resolve()
    atOnce -= 1
    return readOf(report)
  })
  const names = Array.from({ length: 200 }, (_, at) => `${at}.txt`)
  world.queue.add(filesOf(...names))
  expect(world.sent).toEqual([])
  world.queue.go()
  await finished(world)
  expect(world.sent).toEqual(names)
  expect(tallyOf(world.queue.state())).toMatchObject({ done: 200, read: 200, drafts: 200 })
})

test('known and refused ones say so, and the others are read all the same', async () => {
  const world = worldOf((report) => {
    if (report.name === 'a.txt' && !report.again) throw knownReport({ id: 'earlier', title: '调研' })
    if (report.name === 'b.txt') throw reportFault('picture')
    return readOf(report)
  })
  world.queue.add(filesOf('a.txt', 'b.txt', 'c.txt'))
  world.queue.go()
  await finished(world)
  expect(states(world)).toEqual(['known', 'failed', 'read'])
  world.queue.readAgain(world.queue.state().reports[0]!.key)
  await standing(world, (one) => states(one)[0] === 'read')
  expect(world.sent).toEqual(['a.txt', 'b.txt', 'c.txt', 'a.txt'])
})

test('stop lets the one in hand finish and takes up no other; go on goes on', async () => {
  const world = worldOf((report) => {
    if (report.name === 'a.txt') world.queue.stop()
    return readOf(report)
  })
  world.queue.add(filesOf('a.txt', 'b.txt'))
  world.queue.go()
  await standing(world, ({ queue }) => phaseOf(queue.state()) === 'stopped')
  expect(states(world)).toEqual(['read', 'waiting'])
  world.queue.go()
  await finished(world)
  expect(world.sent).toEqual(['a.txt', 'b.txt'])
})

test('a lost network holds the queue, longer each time, and it goes on by itself under the same ids', async () => {
  let unheard = 6
  const commands = new Set<string>()
  const world = worldOf(
    (report, time) => {
      if (report.name === 'a.txt') commands.add(`${report.command} ${report.visit}`)
      if (report.name === 'a.txt' && time === 1) throw lost()
      return readOf(report)
    },
    { down: () => (unheard -= 1) > 0 },
  )
  const phases = new Set<string>()
  world.queue.subscribe(() => phases.add(phaseOf(world.queue.state())))
  world.queue.add(filesOf('a.txt', 'b.txt'))
  world.queue.go()
  await finished(world)
  expect(phases).toContain('network')
  expect(world.rested).toEqual([2, 4, 8, 16, 30, 30])
  expect(world.sent).toEqual(['a.txt', 'a.txt', 'b.txt'])
  expect(commands.size).toBe(1)
})

test('a report that breaks the line each time does not hold up the others', async () => {
  const world = worldOf((report) => {
    if (report.name === 'a.txt') throw lost()
    return readOf(report)
  })
  world.queue.add(filesOf('a.txt', 'b.txt'))
  world.queue.go()
  await finished(world)
  expect(states(world)).toEqual(['failed', 'read'])
  expect(world.sent).toEqual(['a.txt', 'a.txt', 'a.txt', 'b.txt'])
})

test('stopped while the network is away it stays stopped; told to go it tries at once', async () => {
  let away = true
  const world = worldOf(
    (report) => {
      if (away) throw lost()
      return readOf(report)
    },
    { down: () => away, rest: () => new Promise(() => {}) },
  )
  world.queue.add(filesOf('a.txt'))
  world.queue.go()
  await standing(world, ({ queue }) => phaseOf(queue.state()) === 'network')
  world.queue.stop()
  expect(world.queue.state()).toMatchObject({ going: false, held: null })
  away = false
  world.queue.go()
  await finished(world)
  expect(states(world)).toEqual(['read'])
})

test('who is signed out goes on after signing in; nobody else does it for them', async () => {
  let signedIn = false
  let owner = true
  const world = worldOf(
    (report) => {
      if (!signedIn) throw signedOut()
      return readOf(report)
    },
    { owner: () => owner },
  )
  world.queue.add(filesOf('a.txt'))
  world.queue.go()
  await standing(world, ({ queue }) => phaseOf(queue.state()) === 'signed-out')
  signedIn = true
  owner = false
  world.queue.go()
  await standing(world, ({ queue }) => phaseOf(queue.state()) === 'signed-out')
  expect(world.sent).toEqual(['a.txt'])
  owner = true
  world.queue.go()
  await finished(world)
  expect(states(world)).toEqual(['read'])
})

test('files that come while it goes are read too, those that come after the end wait', async () => {
  const world = worldOf((report) => {
    if (report.name === 'a.txt') world.queue.add(filesOf('b.txt'))
    return readOf(report)
  })
  world.queue.add(filesOf('a.txt'))
  world.queue.go()
  await standing(world, (one) => tallyOf(one.queue.state()).read === 2 && !one.queue.state().going)
  world.queue.add(filesOf('c.txt'))
  expect(states(world)).toEqual(['read', 'read', 'waiting'])
  expect(world.sent).toEqual(['a.txt', 'b.txt'])
})

test('cleared while one is in hand, that one still tells what came of it', async () => {
  const world = worldOf((report) => {
    world.queue.clear()
    return readOf(report)
  })
  world.queue.add(filesOf('a.txt', 'b.txt'))
  world.queue.go()
  await finished(world)
  expect(world.queue.state().reports.map(({ name, state }) => [name, state.is])).toEqual([['a.txt', 'read']])
})
