import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

/**
 * The open faces that stand for the ones of the standard: Song for 仿宋 and bold Song for 小标宋 (there is no
 * open 仿宋 in the registry), Kai for 楷体, Hei for 黑体.
 */
export const fontFiles = {
  song: file('@expo-google-fonts/noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'),
  songBold: file('@expo-google-fonts/noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'),
  kai: file('@fontsource/lxgw-wenkai', 'files/lxgw-wenkai-latin-500-normal.woff'),
  hei: file('@embedpdf/fonts-sc', 'fonts/NotoSansHans-Medium.otf'),
} as const

export type FontRole = keyof typeof fontFiles

/** The names that the files give themselves; Typst looks fonts up by these. */
export const fontFamilies = {
  song: 'Noto Serif SC',
  songBold: 'Noto Serif SC',
  kai: 'LXGW WenKai',
  hei: 'Noto Sans S Chinese',
} as const satisfies Record<FontRole, string>

function file(packageName: string, path: string): string {
  const manifest = findPackageJSON(packageName, import.meta.url)
  if (manifest === undefined) throw new Error(`the font package ${packageName} is not installed`)
  return join(dirname(manifest), path)
}

/** A font as TrueType or OpenType, taken out of its WOFF 1.0 wrapping when it comes in one. */
export function readFont(path: string): Buffer {
  const bytes = readFileSync(path)
  return bytes.toString('latin1', 0, 4) === 'wOFF' ? unwrapWoff(bytes) : bytes
}

/** https://www.w3.org/TR/WOFF/: tables deflated one by one, behind a directory of 20-byte entries. */
function unwrapWoff(woff: Buffer): Buffer {
  const tableCount = woff.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * tableCount)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(tableCount, 4)
  const power = Math.floor(Math.log2(tableCount))
  directory.writeUInt16BE(16 << power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * tableCount - (16 << power), 10)
  const parts: Buffer[] = [directory]
  let offset = directory.length
  for (let index = 0; index < tableCount; index++) {
    const entry = 44 + 20 * index
    const start = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(start, start + packedLength)
    const target = 12 + 16 * index
    woff.copy(directory, target, entry, entry + 4)
    woff.copy(directory, target + 4, entry + 16, entry + 20)
    directory.writeUInt32BE(offset, target + 8)
    directory.writeUInt32BE(length, target + 12)
    parts.push(packedLength < length ? inflateSync(packed) : packed, Buffer.alloc(-length & 3))
    offset += length + (-length & 3)
  }
  return Buffer.concat(parts)
}

/** Says which code points a font has a glyph for, from its `cmap` (formats 4 and 12). */
export function readCoverage(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, 'cmap')
  let best: { format: number; at: number } | undefined
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    const format = font.readUInt16BE(at)
    if (format === 12 || (format === 4 && best === undefined)) best = { format, at }
  }
  if (!best) throw new Error('a font without a Unicode cmap')
  const { format, at } = best
  // A copy, so that asking does not keep the whole font.
  const length = format === 12 ? font.readUInt32BE(at + 4) : font.readUInt16BE(at + 2)
  const subtable = Buffer.from(font.subarray(at, at + length))
  return format === 12 ? segmentedCoverage(subtable) : basicCoverage(subtable)
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++)
    if (font.toString('latin1', 12 + 16 * index, 16 + 16 * index) === tag)
      return font.readUInt32BE(12 + 16 * index + 8)
  throw new Error(`a font without ${tag}`)
}

function segmentedCoverage(table: Buffer) {
  const groups = table.readUInt32BE(12)
  return (codePoint: number) => {
    let low = 0
    let high = groups - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = 16 + 12 * middle
      if (codePoint < table.readUInt32BE(group)) high = middle - 1
      else if (codePoint > table.readUInt32BE(group + 4)) low = middle + 1
      else return table.readUInt32BE(group + 8) + codePoint - table.readUInt32BE(group) !== 0
    }
    return false
  }
}

function basicCoverage(table: Buffer) {
  const twice = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice]
  return (codePoint: number) => {
    if (codePoint > 0xffff) return false
    for (let offset = 0; offset < twice; offset += 2) {
      if (codePoint > table.readUInt16BE(ends + offset)) continue
      const start = table.readUInt16BE(starts + offset)
      if (codePoint < start) return false
      const range = table.readUInt16BE(ranges + offset)
      if (range === 0) return ((codePoint + table.readUInt16BE(deltas + offset)) & 0xffff) !== 0
      return table.readUInt16BE(ranges + offset + range + 2 * (codePoint - start)) !== 0
    }
    return false
  }
}
