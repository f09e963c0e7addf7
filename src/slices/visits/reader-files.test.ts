import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { encodeReport } from './reader/damage-bytes.ts'
import { readReport } from './reader/index.ts'
import { LARGEST_REPORT_FILE, ReportFileError, textOfReport } from './reader-files.ts'

const REPORT = '6月18日，市总工会主席沈知远赴天全县思经镇团结村调研。\n沈知远强调，要公布开放时间。'

async function codeOf(bytes: Uint8Array, name = 'report.txt'): Promise<string> {
  const error = await textOfReport(bytes, name).catch((problem: unknown) => problem)
  return error instanceof ReportFileError ? error.code : 'none'
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** A PDF of one page by hand, since none of the libraries here writes one. */
function pdf(content: string, extra = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra}>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

test.each([
  ['utf-8', Buffer.from(REPORT)],
  ['utf-8', Buffer.from(`\ufeff${REPORT}`)],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(REPORT, false)])],
  ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(REPORT, true)])],
  ['utf-16le', utf16(REPORT, false)],
  ['utf-16be', utf16(REPORT, true)],
])('a text in %s is read by its bytes', async (encoding, bytes) => {
  expect(await textOfReport(bytes, 'report.txt')).toEqual({ text: REPORT, encoding })
})

test('GB18030 and Big5 are told apart without a declaration', async () => {
  const gb = Buffer.from('b5f7d1d0c8cbd4b1b5bdb4ef cfd8cec0c9fa d4ba'.replaceAll(' ', ''), 'hex')
  expect(await textOfReport(gb, 'a.txt')).toEqual({ text: '调研人员到达县卫生院', encoding: 'gb18030' })
  const big5 = Buffer.from('bfa4aaf8a8ecb66db0cfa6d1a448a4a4a4df', 'hex')
  expect(await textOfReport(big5, 'a.txt')).toEqual({ text: '縣長到鄉區老人中心', encoding: 'big5' })
})

test('bytes that were taken for Latin letters and saved so are read back', async () => {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const asLatin = new TextDecoder('windows-1252').decode(encodeReport(REPORT, encoding))
    expect(await textOfReport(Buffer.from(asLatin), 'a.txt')).toEqual({ text: REPORT, encoding })
  }
  const french = 'Le comité a visité l’école près du théâtre où l’élève préféré a été fêté à Noël.'
  expect((await textOfReport(Buffer.from(french), 'a.txt')).text).toBe(french)
})

test('a Word document gives its paragraphs, whatever its name says', async () => {
  const document = new Document({
    sections: [{ children: REPORT.split('\n').map((line) => new Paragraph(line)) }],
  })
  const { text, encoding } = await textOfReport(await Packer.toBuffer(document), 'report.txt')
  expect({ text, encoding }).toEqual({ text: REPORT, encoding: 'docx' })
  expect(readReport(text).lead?.name).toBe('沈知远')
})

test('a PDF gives its text; one without text says so', async () => {
  const { text } = await textOfReport(pdf('BT /F1 12 Tf 20 100 Td (Daqiao) Tj ET'), 'a.pdf')
  expect(text).toBe('Daqiao')
  expect(await codeOf(pdf('0 0 10 10 re f'))).toBe('no-text')
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['empty', Buffer.from(' \n\t　')],
  ['too-large', Buffer.alloc(LARGEST_REPORT_FILE + 1, 0x61)],
  ['picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  [
    'encrypted',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['unsupported', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['unsupported', Buffer.from('{\\rtf1\\ansi}')],
  ['unsupported', Buffer.from(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 32))],
  ['damaged', Buffer.from('%PDF-1.4\nnothing that follows')],
  ['damaged', Buffer.from('PK\x03\x04 half a document')],
])('a file that cannot be read says why: %s', async (code, bytes) => {
  expect(await codeOf(bytes)).toBe(code)
})
