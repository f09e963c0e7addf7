import type { Shelf } from './command-key.ts'

const nothing: Shelf = { getItem: () => null, setItem: () => {}, removeItem: () => {} }

/** The tab's own storage: it survives a reload and ends with the tab. A browser that forbids it keeps nothing. */
export function tabShelf(): Shelf {
  try {
    return sessionStorage
  } catch {
    return nothing
  }
}
