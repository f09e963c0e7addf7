import { Problem } from '#platform/http/problem.ts'
import type { Change, Item, ItemKey } from '../../visit.ts'

/** One deed at the desk: changes that are made together or not at all. */
export interface Correction {
  /** The command's id: sent again after a lost answer, the same deed is not done twice. */
  id: string
  changes: readonly Change[]
}

/** An item that somebody else changed first. */
export interface Conflict {
  item: ItemKey
  yours: Item | null
  now: Item | null
  by: string | null
  at: string | null
}

export interface OutboxState {
  /** Shown on the desk already, not yet acknowledged by the server. */
  waiting: readonly Correction[]
  /** Why sending has stopped; what waits is safe and can be sent again. */
  stopped: unknown
}

export interface Outbox {
  state: () => OutboxState
  subscribe: (listener: () => void) => () => void
  push: (correction: Correction) => void
  retry: () => void
  /** Resolves once nothing waits; rejects with the reason where sending has stopped. */
  settled: () => Promise<void>
}

interface OutboxWiring {
  send: (correction: Correction) => Promise<void>
  onConflict: (correction: Correction, conflicts: Conflict[]) => void
  onRefused: (correction: Correction, problem: unknown) => void
}

/** The conflicts that a problem tells, where it is one. */
export function conflictsIn(problem: unknown): Conflict[] | null {
  if (!(problem instanceof Problem) || problem.code !== 'visit.changed') return null
  const { conflicts } = problem.extra
  return Array.isArray(conflicts) ? (conflicts as Conflict[]) : null
}

/** Whether sending the same again can help: the server was not reached, or had trouble of its own. */
function isPassing(problem: unknown): boolean {
  return (
    !(problem instanceof Problem) || problem.status === 0 || problem.status >= 500 || problem.status === 401
  )
}

/**
 * Sends corrections one after the other, in the order in which they were made. The desk shows them at once;
 * here they wait until the server has them, also while it cannot be reached.
 */
export function correctionOutbox({ send, onConflict, onRefused }: OutboxWiring): Outbox {
  let state: OutboxState = { waiting: [], stopped: null }
  let sending = false
  const listeners = new Set<() => void>()
  const change = (next: Partial<OutboxState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const run = async () => {
    if (sending) return
    sending = true
    while (state.waiting[0] && !state.stopped) {
      const first = state.waiting[0]
      try {
        await send(first)
        change({ waiting: state.waiting.slice(1) })
      } catch (problem) {
        const conflicts = conflictsIn(problem)
        if (!conflicts && isPassing(problem)) change({ stopped: problem })
        else {
          change({ waiting: state.waiting.slice(1) })
          if (conflicts) onConflict(first, conflicts)
          else onRefused(first, problem)
        }
      }
    }
    sending = false
  }
  return {
    state: () => state,
    subscribe,
    push: (correction) => {
      change({ waiting: [...state.waiting, correction] })
      void run()
    },
    retry: () => {
      change({ stopped: null })
      void run()
    },
    settled: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (state.stopped) reject(state.stopped)
          else if (state.waiting.length === 0) resolve()
          else return false
          return true
        }
        if (look()) return
        const stop = subscribe(() => look() && stop())
      }),
  }
}
