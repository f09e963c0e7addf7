import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A page as it is sent, made once. */
export interface MadePage {
  status: number
  etag: string
  bytes: Uint8Array
  small: Uint8Array
}

export function madePage(status: number, html: string): MadePage {
  const bytes = new TextEncoder().encode(html)
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { status, etag, bytes, small: gzipSync(bytes, { level: 9 }) }
}

/**
 * Pages by their address, each for one state of what it was made from. Another state makes it anew; the least recently
 * asked for go, when there are more than `most`. Who asks while a page is being made waits for that one.
 */
export function pageCache(most: number) {
  const pages = new Map<string, { state: string; page: Promise<MadePage> }>()
  return {
    size: () => pages.size,
    of(key: string, state: string, make: () => Promise<MadePage>): Promise<MadePage> {
      const kept = pages.get(key)
      pages.delete(key)
      if (kept?.state === state) {
        pages.set(key, kept)
        return kept.page
      }
      const made = { state, page: make() }
      pages.set(key, made)
      // What failed is asked for again, and so is what nobody should find twice.
      const forget = () => void (pages.get(key) === made && pages.delete(key))
      made.page.then(({ status }) => status !== 200 && forget(), forget)
      const [oldest] = pages.keys()
      if (pages.size > most && oldest !== undefined) pages.delete(oldest)
      return made.page
    },
  }
}
