const endOfDirectory = 0x06054b50
const entry = 0x02014b50
/** The end record is 22 bytes, and a comment of at most 65,535 may stand behind it. */
const farthest = 22 + 0xffff

/**
 * The names of the files in a ZIP archive, out of its directory: what stands inside the compressed bytes does not
 * count. Empty when the directory is not whole; nothing is unpacked.
 */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.byteLength - 22
  while (end >= 0 && end >= bytes.byteLength - farthest && view.getUint32(end, true) !== endOfDirectory)
    end -= 1
  if (end < 0 || end < bytes.byteLength - farthest) return []
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const names: string[] = []
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entry) return []
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}
