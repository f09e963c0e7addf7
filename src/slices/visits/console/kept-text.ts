import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signedIn } from './signed-in.ts'

/**
 * A text that survives a reload and a session that ended, in this tab and for this person only. A browser that
 * forbids its storage, or has no room, keeps it as long as the page.
 */
export function useKeptText(name: string): [string, (text: string) => void] {
  const key = `${name} ${signedIn(useQueryClient())?.id ?? ''}`
  const [text, setText] = useState(() => keptUnder(key))
  const keep = (next: string) => {
    setText(next)
    try {
      if (next === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, next)
    } catch {
      // The page still holds it.
    }
  }
  return [text, keep]
}

function keptUnder(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
