import type { FileAnswer } from '../contracts/served.ts'

/** Bytes to a browser: never sniffed, never run, with a name in any script (RFC 6266, RFC 8187). */
export function fileResponse(file: FileAnswer): Response {
  const name = file.name.toWellFormed()
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
  return new Response(file.bytes as BodyInit, {
    headers: {
      'content-type': file.type,
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}
