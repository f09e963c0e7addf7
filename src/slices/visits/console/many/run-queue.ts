import { Problem } from '#platform/http/problem.ts'
import { knownVisit } from '../known-visit.ts'
import {
  emptyQueue,
  type Hold,
  nextOf,
  type Queue,
  type QueuedReport,
  readAgain,
  type ReadVisit,
  type ReportState,
  retried,
  withFiles,
  without,
  withState,
  withVisit,
} from './report-queue.ts'

export interface RunningQueue {
  state: () => Queue
  subscribe: (listener: () => void) => () => void
  add: (files: readonly File[]) => void
  /** Begins, or goes on; where the network is being waited for, tries at once. */
  go: () => void
  /** Takes up no other; the one in hand is finished. */
  stop: () => void
  retry: (key: string) => void
  readAgain: (key: string) => void
  remove: (key: string) => void
  /** Forgets all of it but the one in hand; what was read stays read. */
  clear: () => void
  see: (visit: ReadVisit) => void
}

interface QueueWiring {
  send: (report: QueuedReport) => Promise<ReadVisit>
  /** Asks the server something small; rejects where it cannot be reached. */
  reach: () => Promise<unknown>
  /** Resolves after so many seconds, or when the network seems to be back. */
  rest: (seconds: number) => Promise<void>
  /** Whether who filled the queue is still the one who is signed in. */
  isOwners: () => boolean
  newId: () => string
}

/** So often a report is sent while the server answers everything else: then it is the report's own trouble. */
const mostTries = 3
const rests = { first: 2, longest: 30 }

/** Whether the same sent again may go well: nobody answered, or a server that is just starting or overrun. */
function isPassing(problem: unknown): boolean {
  return problem instanceof Problem && [0, 429, 502, 503, 504].includes(problem.status)
}

/** Reads the reports of a queue one after the other, and holds it while the server cannot be reached. */
export function runningQueue({ send, reach, rest, isOwners, newId }: QueueWiring): RunningQueue {
  let queue = emptyQueue
  let running = false
  let wake = () => {}
  const tries = new Map<string, number>()
  const listeners = new Set<() => void>()
  const change = (next: Queue) => {
    queue = next
    for (const listener of listeners) listener()
  }
  const hold = (held: Hold | null) => change({ ...queue, held })

  const untilReached = async () => {
    hold('network')
    for (
      let seconds = rests.first;
      queue.held === 'network';
      seconds = Math.min(seconds * 2, rests.longest)
    ) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      await Promise.race([rest(seconds), woken])
      if (queue.held !== 'network') return
      try {
        await reach()
        hold(null)
      } catch (problem) {
        if (!isPassing(problem)) hold(isSignedOut(problem) ? 'signed-out' : null)
      }
    }
  }

  const read = async (report: QueuedReport) => {
    const become = (state: ReportState) => change(withState(queue, report.key, state))
    if (!isOwners()) return hold('signed-out')
    become({ is: 'reading' })
    try {
      become({ is: 'read', visit: await send(report) })
    } catch (problem) {
      const known = knownVisit(problem)
      const tried = (tries.get(report.key) ?? 0) + 1
      if (known) return become({ is: 'known', visit: known })
      if (isSignedOut(problem)) {
        become({ is: 'waiting' })
        return hold('signed-out')
      }
      if (!isPassing(problem) || tried >= mostTries) {
        tries.delete(report.key)
        return become({ is: 'failed', problem })
      }
      tries.set(report.key, tried)
      become({ is: 'waiting' })
      await untilReached()
    }
  }

  const run = async () => {
    if (running) return
    running = true
    for (let next = nextOf(queue); next; next = nextOf(queue)) await read(next)
    running = false
    // Whoever is through with everything begins anew by adding files: those wait until they are wanted.
    if (queue.going && !queue.held) change({ ...queue, going: false })
  }
  const changeAndRun = (next: Queue) => {
    change(next)
    void run()
  }

  return {
    state: () => queue,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add: (files) => changeAndRun(withFiles(queue, files, newId)),
    go() {
      // While the network is waited for, the waiting itself tries again: the hold is its to lift.
      if (queue.held === 'network') {
        change({ ...queue, going: true })
        return wake()
      }
      changeAndRun({ ...queue, going: true, held: null })
    },
    stop() {
      change({ ...queue, going: false, held: null })
      wake()
    },
    retry: (key) => changeAndRun({ ...retried(queue, key), held: heldAfterAsking(queue) }),
    readAgain: (key) => changeAndRun({ ...readAgain(queue, key, newId), held: heldAfterAsking(queue) }),
    remove: (key) => change(without(queue, key)),
    clear() {
      const reports = queue.reports.filter(({ state }) => state.is === 'reading')
      change({ reports, going: false, held: null })
      wake()
    },
    see: (visit) => change(withVisit(queue, visit)),
  }
}

function isSignedOut(problem: unknown): boolean {
  return problem instanceof Problem && problem.status === 401
}

/** Asking for one report tries again after a lost session; a lost network is being tried already. */
function heldAfterAsking({ held }: Queue): Hold | null {
  return held === 'signed-out' ? null : held
}
