import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTexts } from '#ui/language.ts'
import type { Change, VisitContent } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import { type VisitShown, visitQuery } from '../visit-queries.ts'
import type { OutboxState } from './correction-outbox.ts'
import { type Deed, type DeskSession, type DeskState, deskSession } from './desk-session.ts'
import { contentAfter } from './take-back-repair.ts'

export interface DeskModel extends DeskState {
  session: DeskSession
  /** As it stands with everything that was done here, saved or not. */
  content: VisitContent
  outbox: OutboxState
  /** Does a deed and tells it. */
  correct: (changes: readonly Change[], words: string) => void
  undo: () => Deed | false
  redo: () => void
  /**
   * What was done last. It stands in the bar with the way back, not in a toast over the text: at the desk one deed
   * follows the other.
   */
  said: string
}

/** The visit under a person's hands: optimistic, undoable, and aware of others. */
export function useDesk(visit: VisitShown): DeskModel {
  const t = useTexts(visitDeskMessages).desk
  const queries = useQueryClient()
  const session = deskSession(visit.id, queries)
  const state = useSyncExternalStore(session.subscribe, session.state)
  const outbox = useSyncExternalStore(session.outbox.subscribe, session.outbox.state)
  const [said, say] = useState('')

  // Out of the cache itself: a saved correction is there before the page hears of it, and must not flicker.
  const stored = queries.getQueryData<VisitShown>(visitQuery(visit.id).queryKey) ?? visit
  const content = useMemo(
    () => outbox.waiting.reduce((now, { changes }) => contentAfter(stored, now, changes), stored.content),
    [stored, outbox.waiting],
  )

  useEffect(() => {
    void session.noticeOthers(visit.content).then((items) => {
      if (items.length > 0) say(t.othersChanged(items.length))
    })
  }, [session, visit.content, t])

  useEffect(() => {
    if (outbox.waiting.length === 0) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [outbox.waiting.length])

  const correct = useCallback(
    (changes: readonly Change[], words: string) => {
      if (session.correct(changes, words)) say(words)
    },
    [session],
  )
  const undo = useCallback(() => {
    const deed = session.undo()
    say(deed ? t.undone(deed.said) : t.nothingToUndo)
    return deed
  }, [session, t])
  const redo = useCallback(() => {
    const deed = session.redo()
    say(deed ? t.redone(deed.said) : t.nothingToRedo)
  }, [session, t])

  return { ...state, session, content, outbox, correct, undo, redo, said }
}
