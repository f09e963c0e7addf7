import type { VisitState } from '../../visit.ts'

/** What came out of a report, as the queue shows it; it follows what is done with it at the desk. */
export interface ReadVisit {
  id: string
  title: string
  state: VisitState
  /** `visit`, or what else the text seems to be. */
  kind: string
  directives: number
  toAsk: number
}

export type ReportState =
  | { is: 'waiting' }
  | { is: 'reading' }
  | { is: 'read'; visit: ReadVisit }
  | { is: 'known'; visit: { id: string; title: string } }
  | { is: 'failed'; problem: unknown }

export interface QueuedReport {
  /** One file, however often it is chosen. */
  key: string
  name: string
  /** The folders that it came in, outermost first; empty for a single file. */
  folder: string
  file: File
  /** The visit's id and the command's: both stay while the same is sent again, so that nothing is read twice. */
  visit: string
  command: string
  /** Read it although it was read before. */
  again: boolean
  /** A person asked for this very one: it is read also while the queue stands still. */
  asked: boolean
  state: ReportState
}

/** What keeps the queue from going on: it goes on by itself after the first, and when it is told to after the second. */
export type Hold = 'network' | 'signed-out'

export interface Queue {
  reports: readonly QueuedReport[]
  /** Whether the next one is taken up when this one is done. */
  going: boolean
  held: Hold | null
}

export type Phase = 'ready' | 'going' | 'stopping' | 'stopped' | 'finished' | Hold

export const groups = ['waiting', 'read', 'unlike', 'known', 'failed'] as const
/** How the queue is counted: `unlike` was read too, but does not look like the report of a visit. */
export type Group = (typeof groups)[number]

const inLine: ReportState = { is: 'waiting' }

export const emptyQueue: Queue = { reports: [], going: false, held: null }

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true })

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name
}

function keyOf(file: File): string {
  return `${pathOf(file)}\n${file.size}\n${file.lastModified}`
}

/**
 * The queue with these files behind it, in the order of their names. One that stands in it already is left out; where
 * it failed, it is read from what was chosen now.
 */
export function withFiles(queue: Queue, files: readonly File[], newId: () => string): Queue {
  const chosen = new Map(files.map((file) => [keyOf(file), file]))
  const reports = queue.reports.map((report) => {
    const file = chosen.get(report.key)
    chosen.delete(report.key)
    return file && report.state.is === 'failed' ? { ...report, file, state: inLine } : report
  })
  const added = [...chosen.values()].toSorted((one, other) => byName.compare(pathOf(one), pathOf(other)))
  return { ...queue, reports: [...reports, ...added.map((file) => queued(file, newId))] }
}

function queued(file: File, newId: () => string): QueuedReport {
  return {
    key: keyOf(file),
    name: file.name,
    folder: pathOf(file).split('/').slice(0, -1).join('/'),
    file,
    visit: newId(),
    command: newId(),
    again: false,
    asked: false,
    state: inLine,
  }
}

function withReport(queue: Queue, key: string, change: (report: QueuedReport) => QueuedReport): Queue {
  return { ...queue, reports: queue.reports.map((one) => (one.key === key ? change(one) : one)) }
}

export function withState(queue: Queue, key: string, state: ReportState): Queue {
  const asked = (report: QueuedReport) => report.asked && (state.is === 'waiting' || state.is === 'reading')
  return withReport(queue, key, (report) => ({ ...report, asked: asked(report), state }))
}

/** One that failed, asked for once more: under the same ids, since nobody knows how far it came. */
export function retried(queue: Queue, key: string): Queue {
  return withReport(queue, key, (report) =>
    report.state.is === 'failed' ? { ...report, asked: true, state: inLine } : report,
  )
}

/** One that was read before, to be read all the same: another command, since the first one was answered. */
export function readAgain(queue: Queue, key: string, newId: () => string): Queue {
  return withReport(queue, key, (report) =>
    report.state.is === 'known'
      ? { ...report, command: newId(), again: true, asked: true, state: inLine }
      : report,
  )
}

/** Takes one out that has not been taken up. */
export function without(queue: Queue, key: string): Queue {
  const reports = queue.reports.filter((one) => one.key !== key || one.state.is !== 'waiting')
  return { ...queue, reports }
}

/** What was found out about a visit elsewhere in the console, the desk above all. */
export function withVisit(queue: Queue, visit: ReadVisit): Queue {
  const report = queue.reports.find(({ state }) => state.is === 'read' && state.visit.id === visit.id)
  return report ? withState(queue, report.key, { is: 'read', visit }) : queue
}

/** The one to take up now: one that somebody asked for goes first, and goes also while the queue stands still. */
export function nextOf({ reports, going, held }: Queue): QueuedReport | undefined {
  if (held) return undefined
  const left = reports.filter(({ state }) => state.is === 'waiting')
  return left.find(({ asked }) => asked) ?? (going ? left[0] : undefined)
}

export function groupOf({ state }: QueuedReport): Group {
  if (state.is === 'read') return state.visit.kind === 'visit' ? 'read' : 'unlike'
  return state.is === 'reading' ? 'waiting' : state.is
}

export interface Tally extends Record<Group, number> {
  total: number
  /** Those of which it is known what became of them. */
  done: number
  /** Drafts that wait for somebody's confirmation. */
  drafts: number
}

export function tallyOf({ reports }: Queue): Tally {
  const tally = { waiting: 0, read: 0, unlike: 0, known: 0, failed: 0, total: reports.length, drafts: 0 }
  for (const report of reports) {
    tally[groupOf(report)] += 1
    if (report.state.is === 'read' && report.state.visit.state === 'draft') tally.drafts += 1
  }
  return { ...tally, done: tally.total - tally.waiting }
}

export function phaseOf(queue: Queue): Phase {
  const { waiting, done } = tallyOf(queue)
  if (waiting === 0) return 'finished'
  if (queue.held) return queue.held
  if (queue.going) return 'going'
  if (isReading(queue)) return 'stopping'
  return done === 0 ? 'ready' : 'stopped'
}

function isReading({ reports }: Queue): boolean {
  return reports.some(({ state }) => state.is === 'reading')
}

/** Whether closing the page now would break something off. */
export function isUnderWay(queue: Queue): boolean {
  return isReading(queue) || (queue.going && tallyOf(queue).waiting > 0)
}

/** How far it is told aloud: ten times in all, so that a screen reader is not talked over by two hundred reports. */
export function toldOf({ done, total }: Pick<Tally, 'done' | 'total'>): number {
  const step = Math.max(1, Math.ceil(total / 10))
  return done === total ? done : done - (done % step)
}
