import { useSyncExternalStore } from 'react'

let reachable = true
const listeners = new Set<() => void>()

/** Whether the last thing that was asked of the server got an answer of any kind. */
export function isReachable(): boolean {
  return reachable
}

export function noteReachable(now: boolean): void {
  if (now === reachable) return
  reachable = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, isReachable)
}
