/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits; ids made later sort later.
 * Works in the browser and on the server.
 */
export function newId(at: Date = new Date()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const time = at.getTime()
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(time / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
