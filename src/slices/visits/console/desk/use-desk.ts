import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Problem } from '#platform/http/problem.ts'
import { useTexts } from '#ui/language.ts'
import { useUndo } from '#ui/undo.tsx'
import type { Change, VisitContent } from '../../visit.ts'
import { visitDeskMessages } from '../../visit-desk-messages.ts'
import type { VisitShown } from '../visit-queries.ts'
import type { OutboxState } from './correction-outbox.ts'
import { type DeskSession, type DeskState, deskSession } from './desk-session.ts'
import { contentAfter } from './take-back-repair.ts'

export interface DeskModel extends DeskState {
  session: DeskSession
  /** As it stands with everything that was done here, saved or not. */
  content: VisitContent
  outbox: OutboxState
  /** Does a deed, tells it, and offers to take it back. */
  correct: (changes: readonly Change[], said: string) => void
  undo: () => void
  redo: () => void
  /** What happened last that no toast tells: the bar shows it, a screen reader says it. */
  said: string
  say: (words: string) => void
}

const cannotUndo = new Problem(409, 'visit.cannot-undo', {
  zh: { title: visitDeskMessages.zh.desk.cannotUndo, detail: '' },
  en: { title: visitDeskMessages.en.desk.cannotUndo, detail: '' },
})

/** The visit under a person's hands: optimistic, undoable, and aware of others. */
export function useDesk(visit: VisitShown): DeskModel {
  const t = useTexts(visitDeskMessages).desk
  const session = deskSession(visit.id, useQueryClient())
  const toast = useUndo()
  const state = useSyncExternalStore(session.subscribe, session.state)
  const outbox = useSyncExternalStore(session.outbox.subscribe, session.outbox.state)
  const [said, say] = useState('')

  const content = useMemo(
    () => outbox.waiting.reduce((now, { changes }) => contentAfter(visit, now, changes), visit.content),
    [visit, outbox.waiting],
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
      const deed = session.correct(changes, words)
      if (!deed) return
      const undo = () => {
        if (session.state().done.includes(deed) && !session.undo(deed)) throw cannotUndo
      }
      say('')
      toast({ message: words, undo })
    },
    [session, toast],
  )
  const undo = useCallback(() => {
    const deed = session.undo()
    say(deed ? t.undone(deed.said) : t.nothingToUndo)
  }, [session, t])
  const redo = useCallback(() => {
    const deed = session.redo()
    say(deed ? t.redone(deed.said) : t.nothingToRedo)
  }, [session, t])

  return { ...state, session, content, outbox, correct, undo, redo, said, say }
}
