import { call } from '#platform/contracts/call.ts'
import { fileRoutes } from '#platform/files/file-contract.ts'
import { Problem } from '#platform/http/problem.ts'
import { visitRoutes } from '../../visit-contract.ts'
import { leftToAsk } from '../visit-lamp.tsx'
import type { VisitShown } from '../visit-queries.ts'
import { fileMoved } from './file-moved.ts'
import type { QueuedReport, ReadVisit } from './report-queue.ts'

/** A connection that went silent counts as lost after five minutes: 20 MB over a weak line need less. */
const inTime = () => AbortSignal.timeout(300_000)

/** A visit as the queue shows it. */
export function readVisitOf(visit: Pick<VisitShown, 'id' | 'title' | 'state' | 'kind' | 'counts' | 'date'>) {
  const { id, title, state, kind, counts } = visit
  return {
    id,
    title,
    state,
    kind,
    directives: counts.directives,
    toAsk: leftToAsk(visit),
  } satisfies ReadVisit
}

/**
 * Uploads a report, has it read and asks what came out. Sent again it takes up where it broke off: an upload that
 * arrived is not repeated, and the command keeps its id and its input. Throws a `Problem`.
 */
export function reportSender(): (report: QueuedReport) => Promise<ReadVisit> {
  const uploads = new Map<string, string>()

  const upload = async ({ key, file, name }: QueuedReport) => {
    const known = uploads.get(key)
    if (known) return known
    const { id } = await call(fileRoutes.upload, {
      query: { name },
      body: await bytesOf(file),
      signal: inTime(),
    })
    uploads.set(key, id)
    return id
  }
  const record = async (report: QueuedReport) => {
    const { visit, again, command } = report
    const body = { visit, file: await upload(report), again }
    return call(visitRoutes.record, { body, idempotencyKey: command, signal: inTime() })
  }
  return async (report) => {
    const { id } = await record(report).catch((problem: unknown) => {
      // A night on hold: what was uploaded and never given to a visit has been cleared.
      if (!(problem instanceof Problem) || problem.code !== 'file.gone') throw problem
      uploads.delete(report.key)
      return record(report)
    })
    const visit = await call(visitRoutes.get, { params: { visit: id }, signal: inTime() })
    uploads.delete(report.key)
    return readVisitOf(visit)
  }
}

/**
 * Read into memory first: a file that was moved or changed since it was chosen would else look like a lost network,
 * and the queue would wait for it for ever.
 */
async function bytesOf(file: File): Promise<Blob> {
  try {
    return new Blob([await file.arrayBuffer()])
  } catch {
    throw fileMoved()
  }
}
