import { newId } from '#platform/records/new-id.ts'

/** The part of the browser's storage that is needed here; tests hand in a Map of their own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const place = (deed: string) => `daqiao_command:${deed}`

interface Kept {
  key: string
  said: string
}

/**
 * The idempotency key of a deed (`report 01975…`). The same words sent again, after a broken line, a reload or
 * a new sign-in, go under the same key, so that the server does it once; other words are another command.
 */
export function commandKey(shelf: Shelf, deed: string, body: unknown): string {
  const said = JSON.stringify(body) ?? ''
  const kept = read(shelf, deed)
  if (kept?.said === said) return kept.key
  const key = newId()
  write(shelf, deed, { key, said })
  return key
}

/** To be called once the server has answered that it is done. */
export function forgetCommandKey(shelf: Shelf, deed: string): void {
  try {
    shelf.removeItem(place(deed))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read(shelf: Shelf, deed: string): Kept | null {
  try {
    return JSON.parse(shelf.getItem(place(deed)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function write(shelf: Shelf, deed: string, kept: Kept): void {
  try {
    shelf.setItem(place(deed), JSON.stringify(kept))
  } catch {
    // Without storage the key lives as long as the call.
  }
}
