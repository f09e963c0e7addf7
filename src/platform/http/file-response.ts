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
      'content-security-policy': policyFor(file.type),
      'cache-control': 'private, no-store',
    },
  })
}

/** A browser's PDF viewer does not open in a sandbox; scripts are out of the question in either. */
function policyFor(type: string): string {
  if (type === 'application/pdf') return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
  return "default-src 'none'; sandbox"
}
