import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTexts } from './language.ts'
import { preferences } from './preferences.ts'
import { useProblemText } from './problem-notice.tsx'
import { useShortcuts } from './shortcuts.ts'
import { uiMessages } from './ui-messages.ts'
import './undo.css'

/** What was just done, and how to take it back. Without `undo` it only says that it is done. */
export interface Done {
  message: string
  undo?: () => unknown
}

interface Toast extends Done {
  id: number
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function show(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  show(toasts.filter((toast) => toast.id !== id))
}

function offer(done: Done): void {
  lastId += 1
  show([...toasts.slice(-2), { ...done, id: lastId }])
}

/** `const done = useUndo()`, then `done({ message: '已签收', undo: () => call(…) })`. */
export function useUndo(): (done: Done) => void {
  return offer
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A slow reader has time: 20 seconds, 40 in elder mode, and as long as the pointer or the focus is on it. */
const patience = () => (preferences().elder ? 40_000 : 20_000)

function ToastRow({ toast }: { toast: Toast }) {
  const t = useTexts(uiMessages)
  const [held, setHeld] = useState(false)
  const [phase, setPhase] = useState<'offered' | 'undoing' | 'undone'>('offered')
  const [problem, setProblem] = useState<unknown>()
  const { title } = useProblemText(problem)

  useEffect(() => {
    if (held || phase === 'undoing' || problem) return
    const timer = setTimeout(() => dismiss(toast.id), phase === 'undone' ? 4_000 : patience())
    return () => clearTimeout(timer)
  }, [held, phase, problem, toast.id])

  const undo = async () => {
    setPhase('undoing')
    setProblem(undefined)
    try {
      await toast.undo?.()
      setPhase('undone')
    } catch (thrown) {
      setProblem(thrown)
      setPhase('offered')
    }
  }

  useShortcuts(
    toast.undo && phase === 'offered'
      ? [{ keys: 'z', label: t.undo.key, run: () => void undo(), scope: 'anywhere' }]
      : [],
  )

  const words = problem ? title : phase === 'undone' ? t.undo.undone : toast.message
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being on it only holds its clock.
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-words">{words}</span>
      {toast.undo && phase !== 'undone' && (
        <Button ghost onClick={undo} loading={phase === 'undoing'}>
          {phase === 'undoing' ? t.undo.undoing : t.undo.undo}
        </Button>
      )}
      <button type="button" className="toast-close" onClick={() => dismiss(toast.id)}>
        {t.close}
      </button>
    </div>
  )
}

/** Where the toasts appear; once, in the frame. */
export function Toasts() {
  const t = useTexts(uiMessages)
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section className="toasts" aria-label={t.undo.region} aria-live="polite" aria-relevant="additions text">
      {shown.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </section>
  )
}
