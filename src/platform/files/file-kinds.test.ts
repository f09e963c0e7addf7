import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { shownInline, typeOfBytes } from './file-kinds.ts'
import { zipNames } from './zip-names.ts'

/** A ZIP archive as its format says: each entry, then the directory. `stored` bytes stand in it as they are. */
function zip(entries: Record<string, string>, how: 'stored' | 'deflated' = 'deflated'): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const body = how === 'stored' ? Buffer.from(text) : deflateRawSync(text)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(how === 'stored' ? 0 : 8, 4)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(Buffer.byteLength(text), 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), body])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, where, Buffer.from(name)]),
    )
    bodies.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const types = '[Content_Types].xml'

test.each([
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
  ['jpeg', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ['webp', [...Buffer.from('RIFF\x10\0\0\0WEBPVP8 ')], 'image/webp'],
  ['pdf', [...Buffer.from('%PDF-1.7\n')], 'application/pdf'],
  ['docx', [...zip({ [types]: 'x', 'word/document.xml': '<w/>' })], docx],
  ['xlsx', [...zip({ [types]: 'x', 'xl/workbook.xml': '<x/>' })], xlsx],
  ['text', [...Buffer.from('始阳镇凤翔社区')], 'text/plain; charset=utf-8'],
  ['GB18030 text', [0xca, 0xbc, 0xd1, 0xf4], 'text/plain; charset=utf-8'],
  ['UTF-16 text', [0xff, 0xfe, 0x59, 0x00], 'text/plain; charset=utf-8'],
])('%s is known by its bytes', (_, bytes, type) => {
  expect(typeOfBytes(Uint8Array.from(bytes))).toBe(type)
})

test.each([
  ['an empty file', []],
  ['a Windows program', [0x4d, 0x5a, 0x90, 0x00, 0x03]],
  ['an ELF program', [0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x00]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00]],
  ['an archive', [...zip({ 'notes.txt': 'x' })]],
  [
    'an archive that only speaks of word/document.xml',
    [...zip({ [types]: 'word/document.xml xl/workbook.xml' }, 'stored')],
  ],
  ['an archive with the part but not the list of types', [...zip({ 'word/document.xml': 'x' })]],
  ['an archive without its directory', [...zip({ [types]: 'x', 'xl/workbook.xml': 'x' }).subarray(0, -30)]],
  ['sound in the wrapping of webp', [...Buffer.from('RIFF\x10\0\0\0WAVEfmt ')]],
])('%s is not kept', (_, bytes) => {
  expect(typeOfBytes(Uint8Array.from(bytes))).toBeNull()
})

test('the name WEBP inside a text does not make it a picture', () => {
  expect(typeOfBytes(Buffer.from('关于WEBP格式的说明'))).toBe('text/plain; charset=utf-8')
})

test('nothing that can run is shown inside the browser', () => {
  for (const type of shownInline) expect(type).toMatch(/^image\/(png|jpeg|webp)$|^application\/pdf$/)
})

test('a directory is read however long its comment, and never past its end', () => {
  const whole = zip({ [types]: 'x', 'xl/workbook.xml': 'x' })
  expect(zipNames(Buffer.concat([whole, Buffer.alloc(65_535, 0x20)]))).toEqual([types, 'xl/workbook.xml'])
  for (let length = 0; length < whole.length; length += 1) {
    expect(zipNames(whole.subarray(0, length))).toEqual([])
  }
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole)
    damaged[at] = 0xff
    expect(() => zipNames(damaged)).not.toThrow()
  }
})
