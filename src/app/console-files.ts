import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

const compressed = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])

/** The built console: a folder of files with hashed names, and one page for every address that is not a file. */
export interface ConsoleFiles {
  answer(request: Request): Promise<Response>
}

/** Styles come in at run time (css-in-js of the component library); scripts only from files of ours. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

const pageHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** Serves the folder that the console was built into, compressed once for each file. */
export async function consoleFiles(folder: string): Promise<ConsoleFiles> {
  let names = await namesIn(folder)
  const squeezed = new Map<string, Uint8Array>()
  return {
    async answer(request) {
      const path = pathOf(request)
      if (path === null) return new Response('not found', { status: 404 })
      // Another process may have built the pages anew meanwhile.
      if (!names.has(path) && path.startsWith('assets/')) names = await namesIn(folder)
      const name = names.has(path) ? path : 'index.html'
      // An asset that is gone (an old page after an update) is missing; it is not the page.
      if (name !== path && extname(path) in types && extname(path) !== '.html') {
        return new Response('not found', { status: 404 })
      }
      const bytes = await readFile(join(folder, name))
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      const headers: Record<string, string> = {
        ...pageHeaders,
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag,
        vary: 'accept-encoding',
      }
      if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
      if (!compressed.has(extname(name)) || !request.headers.get('accept-encoding')?.includes('gzip')) {
        return new Response(bytes, { headers })
      }
      let small = squeezed.get(etag)
      if (!small) {
        small = gzipSync(bytes, { level: 9 })
        squeezed.set(etag, small)
      }
      return new Response(small as BodyInit, { headers: { ...headers, 'content-encoding': 'gzip' } })
    },
  }
}

/** The address below the root, or null when it is not UTF-8. */
function pathOf(request: Request): string | null {
  try {
    return decodeURIComponent(new URL(request.url).pathname).slice(1)
  } catch {
    return null
  }
}

/** The files that a browser may have: the builder's own notes begin with a dot. */
async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((name) => !name.startsWith('.')),
  )
}
