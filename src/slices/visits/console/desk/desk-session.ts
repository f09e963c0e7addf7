import type { QueryClient } from '@tanstack/react-query'
import { call } from '#platform/contracts/call.ts'
import { newId } from '#platform/records/new-id.ts'
import { type Change, inverseOf, sameItem, type VisitContent } from '../../visit.ts'
import { visitRoutes } from '../../visit-contract.ts'
import { signedIn } from '../signed-in.ts'
import { type VisitShown, visitQuery } from '../visit-queries.ts'
import { changedItems } from './changed-elsewhere.ts'
import { type Conflict, type Correction, correctionOutbox, type Outbox } from './correction-outbox.ts'
import { reapply } from './reapply.ts'
import { contentAfter } from './take-back-repair.ts'

/** What a person did at the desk and can take back. `said` tells it: 已拆成两条. */
export interface Deed extends Correction {
  said: string
}

/** A deed that met somebody else's; nothing of it was saved. */
export interface Clash {
  correction: Correction
  conflicts: Conflict[]
}

/** Who changed an item while this person was at the desk. */
export interface ChangedBy {
  by: string | null
  at: string | null
}

export interface DeskState {
  done: readonly Deed[]
  undone: readonly Deed[]
  clashes: readonly Clash[]
  /** Why the server refused a deed; it was taken back on the screen. */
  refused: unknown
  foreign: ReadonlyMap<string, ChangedBy>
}

/** One person at one visit's desk. It outlives the page: what is not saved yet is still there on the way back. */
export interface DeskSession {
  outbox: Outbox
  state: () => DeskState
  subscribe: (listener: () => void) => () => void
  /** The visit as it stands with everything that this person did, saved or not. */
  contentNow: () => VisitContent
  correct: (changes: readonly Change[], said: string) => Deed | null
  /** Takes the last deed back. */
  undo: () => Deed | false
  redo: () => Deed | false
  settleClash: (how: 'theirs' | 'mine') => void
  clearRefusal: () => void
  /** Looks for what others did since this person last saw the visit. Gives the items that are new. */
  noticeOthers: (content: VisitContent) => Promise<readonly string[]>
  /** The person has seen what others did to this item. */
  seen: (item: string) => void
}

const sessions = new Map<string, DeskSession>()

export function deskSession(visit: string, queries: QueryClient): DeskSession {
  const key = `${signedIn(queries)?.id} ${visit}`
  const known = sessions.get(key)
  if (known) return known
  const made = makeSession(visit, queries)
  sessions.set(key, made)
  return made
}

function makeSession(visit: string, queries: QueryClient): DeskSession {
  const { queryKey } = visitQuery(visit)
  const shown = () => queries.getQueryData<VisitShown>(queryKey)
  const listeners = new Set<() => void>()
  let state: DeskState = { done: [], undone: [], clashes: [], refused: null, foreign: new Map() }
  let seen: VisitContent | null = null
  const change = (next: Partial<DeskState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const forget = (id: string) =>
    change({
      done: state.done.filter((deed) => deed.id !== id),
      undone: state.undone.filter((deed) => deed.id !== id),
    })

  const outbox = correctionOutbox({
    async send({ id, changes }) {
      const body = { changes: [...changes] }
      const { version } = await call(visitRoutes.correct, { params: { visit }, body, idempotencyKey: id })
      queries.setQueryData<VisitShown>(queryKey, (now) => {
        if (!now || now.version >= version) return now
        const content = contentAfter(now, now.content, changes)
        // Where somebody else's correction came in between, it is not seen yet: the version stays the one that was.
        return { ...now, content, version: version === now.version + 1 ? version : now.version }
      })
      if (shown()?.version !== version) void queries.invalidateQueries({ queryKey })
      if (seen) seen = contentAfter(shown() ?? { original: '', repairs: [] }, seen, changes)
    },
    onConflict(correction, conflicts) {
      void queries.invalidateQueries({ queryKey })
      forget(correction.id)
      const real = conflicts.filter(({ yours, now }) => !sameItem(yours, now))
      if (real.length > 0) return change({ clashes: [...state.clashes, { correction, conflicts: real }] })
      // Somebody did exactly the same; what is left of the deed meets nobody.
      const agreed = new Set(conflicts.map(({ item }) => item))
      const changes = correction.changes.filter(({ item }) => !agreed.has(item))
      if (changes.length > 0) push(changes, '')
    },
    onRefused(correction, refused) {
      forget(correction.id)
      change({ refused })
      void queries.invalidateQueries({ queryKey })
    },
  })

  const contentNow = () => {
    const stored = shown()
    if (!stored) return {}
    return outbox
      .state()
      .waiting.reduce((content, { changes }) => contentAfter(stored, content, changes), stored.content)
  }
  const push = (changes: readonly Change[], said: string): Deed => {
    const deed = { id: newId(), changes, said }
    outbox.push(deed)
    return deed
  }
  return {
    outbox,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    contentNow,
    correct(changes, said) {
      const meant = changes.filter(({ before, after }) => !sameItem(before, after))
      if (meant.length === 0) return null
      const deed = push(meant, said)
      change({ done: [...state.done, deed], undone: [], refused: null })
      return deed
    },
    undo() {
      const deed = state.done.at(-1)
      if (!deed) return false
      push(inverseOf(deed.changes), deed.said)
      change({ done: state.done.slice(0, -1), undone: [...state.undone, deed] })
      return deed
    },
    redo() {
      const deed = state.undone.at(-1)
      if (!deed) return false
      const again = push(deed.changes, deed.said)
      change({ undone: state.undone.slice(0, -1), done: [...state.done, again] })
      return again
    },
    settleClash(how) {
      const [clash, ...clashes] = state.clashes
      change({ clashes })
      if (!clash || how === 'theirs') return
      const now = new Map(clash.conflicts.map((conflict) => [conflict.item, conflict.now]))
      const changes = clash.correction.changes.map((one) => {
        const stands = now.get(one.item)
        if (stands === undefined) return one
        return { ...one, before: stands, after: reapply(one.before, one.after, stands) }
      })
      const meant = changes.filter(({ before, after }) => !sameItem(before, after))
      if (meant.length > 0) push(meant, '')
    },
    clearRefusal: () => change({ refused: null }),
    async noticeOthers(content) {
      const before = seen
      seen = content
      if (!before) return []
      const waiting = new Set(
        outbox.state().waiting.flatMap(({ changes }) => changes.map(({ item }) => item)),
      )
      const items = changedItems(before, content).filter(
        (item) => !waiting.has(item) && !item.startsWith('undone:'),
      )
      if (items.length === 0) return []
      const by = await whoChanged(visit)
      const foreign = new Map(state.foreign)
      for (const item of items) foreign.set(item, by(item))
      change({ foreign })
      return items
    },
    seen(item) {
      if (!state.foreign.has(item)) return
      const foreign = new Map(state.foreign)
      foreign.delete(item)
      change({ foreign })
    },
  }
}

/** Who changed an item last, out of the visit's history; without a name where the history cannot be had. */
async function whoChanged(visit: string): Promise<(item: string) => ChangedBy> {
  try {
    const { items } = await call(visitRoutes.history, { params: { visit } })
    return (item) => {
      const row = items.findLast(({ data }) =>
        (data.changes as Change[] | undefined)?.some((change) => change.item === item),
      )
      return { by: row?.person?.name ?? null, at: row?.at ?? null }
    }
  } catch {
    return () => ({ by: null, at: null })
  }
}
