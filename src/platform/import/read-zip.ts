import { constants, inflateRawSync } from 'node:zlib'
import { TableFault } from './table.ts'

interface Entry {
  method: number
  packed: number
  unfolded: number
  at: number
}

/** One part of an archive may unfold to so many bytes; no table of 50,000 rows comes near. */
const largestPart = 128 * 1024 * 1024
/** All parts that are read, together. */
const largestWhole = 320 * 1024 * 1024
/** Packed bytes that are enough for the first rows of a sheet; they unfold to 66 MB at most. */
const firstBytes = 64 * 1024

export interface Archive {
  has(name: string): boolean
  names(): string[]
  /** The whole part as text; undefined where there is none. Throws `TableFault`. */
  text(name: string): string | undefined
  /** The beginning of a part, and whether that is all of it. */
  beginning(name: string): { text: string; whole: boolean } | undefined
}

/**
 * Opens a ZIP archive by its directory. Parts unfold only when they are asked for, and never beyond what is said
 * here, whatever the archive says of itself. Throws `TableFault`.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = directoryOf(bytes)
  let room = largestWhole
  const unfold = (entry: Entry, all: boolean): Uint8Array => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (entry.at + 30 > bytes.byteLength || view.getUint32(entry.at, true) !== 0x04034b50)
      throw new TableFault('damaged')
    const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
    if (from + entry.packed > bytes.byteLength) throw new TableFault('damaged')
    const packed = bytes.subarray(from, from + (all ? entry.packed : Math.min(entry.packed, firstBytes)))
    if (entry.method === 0) return take(packed)
    if (entry.method !== 8) throw new TableFault('unsupported')
    if (entry.unfolded > largestPart) throw new TableFault('unfolds')
    try {
      const most = Math.max(1, Math.min(largestPart, room))
      const finishFlush = all ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
      return take(inflateRawSync(packed, { maxOutputLength: most, finishFlush }))
    } catch (error) {
      if (error instanceof TableFault) throw error
      const isTooMuch = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      throw new TableFault(isTooMuch ? 'unfolds' : 'damaged', error)
    }
  }
  const take = (part: Uint8Array) => {
    room -= part.byteLength
    if (room <= 0) throw new TableFault('unfolds')
    return part
  }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    text(name) {
      const entry = entries.get(name)
      return entry && textOf(unfold(entry, true))
    },
    beginning(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const whole = entry.packed <= firstBytes
      return { text: textOf(unfold(entry, whole)), whole }
    },
  }
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

const endOfDirectory = 0x06054b50
const farthest = 22 + 0xffff

function directoryOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.byteLength - 22
  while (end >= 0 && end >= bytes.byteLength - farthest && view.getUint32(end, true) !== endOfDirectory)
    end -= 1
  if (end < 0 || end < bytes.byteLength - farthest) throw new TableFault('damaged')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new TableFault('damaged')
    const flags = view.getUint16(at + 8, true)
    if (flags & 1) throw new TableFault('encrypted')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unfolded: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    // Sizes of ZIP64 do not occur in a file of 20 MB but as a lie.
    if (entry.packed === 0xffffffff || entry.at === 0xffffffff) throw new TableFault('damaged')
    entries.set(name.replace(/^\//, '').replaceAll('\\', '/'), entry)
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}
