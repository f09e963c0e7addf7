import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { preferences } from './preferences.ts'

export interface Shortcut {
  /** One key as `KeyboardEvent.key` gives it (`j`, `?`, `Escape`), or `mod+k` for Ctrl or ⌘ with it. */
  keys: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Under which heading the help lists it; `here` unless told. */
  scope?: 'anywhere' | 'here'
}

interface Registered {
  list: () => Shortcut[]
}

let registered: readonly Registered[] = []
const listeners = new Set<() => void>()

function change(next: readonly Registered[]): void {
  registered = next
  for (const listener of listeners) listener()
}

const typing = 'input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable=true]'
const apart = 'dialog,[role=dialog],[role=listbox],[role=menu],[role=combobox]'

/** Whether the key belongs to what has the focus (a field, an open dialog) and not to the page. */
export function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && (target.closest(typing) !== null || target.closest(apart) !== null)
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const withMod = event.ctrlKey || event.metaKey
  if (keys.startsWith('mod+')) return withMod && !event.altKey && event.key.toLowerCase() === keys.slice(4)
  return !withMod && !event.altKey && event.key === keys
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const mod = event.ctrlKey || event.metaKey
  if (!mod && (isTaken(event.target) || (event.key.length === 1 && !preferences().letterKeys))) return
  for (const { list } of registered.toReversed()) {
    const shortcut = list().find(({ keys }) => matches(keys, event))
    if (!shortcut) continue
    event.preventDefault()
    shortcut.run(event)
    return
  }
}

if (typeof document !== 'undefined') document.addEventListener('keydown', onKey)

/** Offers shortcuts as long as the component is on the page; what was offered last wins. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts)
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const mine = { list: () => latest.current }
    change([...registered, mine])
    return () => change(registered.filter((one) => one !== mine))
  }, [])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A way to list all shortcuts that work on the page now, for the help. */
export function useShortcutLists(): () => Shortcut[] {
  const all = useSyncExternalStore(subscribe, () => registered)
  return () => all.flatMap(({ list }) => list())
}

/** How a key is written on the help: Ctrl, ⌘ where the keyboard has it. */
export function keyNames(keys: string): string[] {
  const apple = typeof navigator !== 'undefined' && /Mac|iP/.test(navigator.userAgent)
  return keys
    .split('+')
    .map((key) => (key === 'mod' ? (apple ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key))
}
