import type { PublicMode } from '#platform/public/public-page.ts'

/** Everything public stands below this; the console has the rest. */
export const publicRoot = '/p'

/** A public address, taken apart: `/p/hall/en/places` is `/places` in English on the screen in the hall. */
export function readAddress(pathname: string): PublicMode & { path: string } {
  const parts = pathname.slice(publicRoot.length).split('/').filter(Boolean)
  const kiosk = parts[0] === 'hall'
  if (kiosk) parts.shift()
  const english = parts[0] === 'en'
  if (english) parts.shift()
  return { kiosk, language: english ? 'en' : 'zh', path: `/${parts.join('/')}` }
}

/** The address of a path of the public pages in a language and mode. */
export function addressOf({ language, kiosk }: PublicMode, path: string): string {
  return `${publicRoot}${kiosk ? '/hall' : ''}${language === 'en' ? '/en' : ''}${path}`
}

/** What a pattern like `/places/:place` reads out of a path, or null where it does not fit. */
export function fit(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const there = given[i] ?? ''
    if (!part.startsWith(':')) {
      if (part !== there) return null
    } else {
      const value = decoded(there)
      if (!value) return null
      params[part.slice(1)] = value
    }
  }
  return params
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
