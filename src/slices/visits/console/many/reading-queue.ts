import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { visitRoutes } from '../../visit-contract.ts'
import { signedIn } from '../signed-in.ts'
import { visitsKey, type VisitShown } from '../visit-queries.ts'
import { isUnderWay, type Queue } from './report-queue.ts'
import { type RunningQueue, runningQueue } from './run-queue.ts'
import { readVisitOf, reportSender } from './send-report.ts'

/** The queue of whoever is signed in. It outlives the page: reading goes on while somebody is at the desk. */
let kept: { person: string; queue: RunningQueue; leave: () => void } | null = null

function queueOf(person: string, queries: QueryClient): RunningQueue {
  if (kept?.person === person) return kept.queue
  kept?.leave()
  const send = reportSender()
  const queue = runningQueue({
    async send(report) {
      const visit = await send(report)
      void queries.invalidateQueries({ queryKey: [...visitsKey, 'list'] })
      return visit
    },
    reach: () => call(visitRoutes.list, { query: { limit: 1 }, signal: AbortSignal.timeout(15_000) }),
    rest: untilLater,
    isOwners: () => signedIn(queries)?.id === person,
    newId,
  })
  // What is confirmed or corrected at the desk shows in the queue too.
  const unwatch = queries.getQueryCache().subscribe(({ type, query }) => {
    const [area, of] = query.queryKey
    if (type !== 'updated' || area !== visitsKey[0] || of !== 'one' || !query.state.data) return
    queue.see(readVisitOf(query.state.data as VisitShown))
  })
  const unwarn = warnWhileUnderWay(queue)
  const leave = () => {
    queue.clear()
    unwatch()
    unwarn()
  }
  kept = { person, queue, leave }
  return queue
}

function untilLater(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, seconds * 1000)
    addEventListener('online', done)
  })
}

/** Closing the window while a report is under way is asked about first, on whichever page one is. */
function warnWhileUnderWay(queue: RunningQueue): () => void {
  const hold = (event: BeforeUnloadEvent) => event.preventDefault()
  const look = () => {
    if (isUnderWay(queue.state())) addEventListener('beforeunload', hold)
    else removeEventListener('beforeunload', hold)
  }
  const unsubscribe = queue.subscribe(look)
  return () => {
    unsubscribe()
    removeEventListener('beforeunload', hold)
  }
}

export function useReadingQueue(): { queue: Queue; running: RunningQueue } {
  const queries = useQueryClient()
  const [running] = useState(() => queueOf(signedIn(queries)?.id ?? '', queries))
  const queue = useSyncExternalStore(running.subscribe, running.state)
  return { queue, running }
}
