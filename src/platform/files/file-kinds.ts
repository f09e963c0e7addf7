import { zipNames } from './zip-names.ts'

/** The types of file that are kept, told by their first bytes and never by their name. */
const signatures: { type: string; starts: readonly (number | null)[] }[] = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  // RIFF, four bytes of length, WEBP
  { type: 'image/webp', starts: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'application/zip', starts: [0x50, 0x4b, 0x03, 0x04] },
]

/** The part that makes an archive a document of Office Open XML. */
const mainParts: Record<string, string> = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Pictures and PDF are shown in the browser; everything else is only saved. */
export const shownInline: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
])

/** The type of a file's bytes, or null for a type that is not kept (a program, an archive, an old Office file). */
export function typeOfBytes(bytes: Uint8Array): string | null {
  for (const { type, starts } of signatures) {
    if (!starts.every((byte, i) => byte === null || bytes[i] === byte)) continue
    return type === 'application/zip' ? officeType(bytes) : type
  }
  return isText(bytes) ? 'text/plain; charset=utf-8' : null
}

function officeType(bytes: Uint8Array): string | null {
  const names = new Set(zipNames(bytes))
  if (!names.has('[Content_Types].xml')) return null
  for (const [part, type] of Object.entries(mainParts)) if (names.has(part)) return type
  return null
}

/** Text in any encoding has no zero byte, but for UTF-16 with its mark. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  return bytes.length > 0 && !bytes.subarray(0, 8192).includes(0)
}
