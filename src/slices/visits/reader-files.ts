import { decodeText } from './reader/index.ts'

/** Why a file holds no text that can be read; the sentences are in `reader/reader-messages.ts`. */
export type ReportFileCode =
  | 'empty'
  | 'too-large'
  | 'picture'
  | 'encrypted'
  | 'unsupported'
  | 'damaged'
  | 'no-text'

export class ReportFileError extends Error {
  readonly code: ReportFileCode

  constructor(code: ReportFileCode, cause?: unknown) {
    super(`The report file cannot be read: ${code}.`, { cause })
    this.name = 'ReportFileError'
    this.code = code
  }
}

export interface ReportText {
  text: string
  /** Of plain text and HTML: how its bytes were read. `docx` and `pdf` for those. */
  encoding: string
  /** What a person should know: the text is a page's code, or its line breaks are those of the paper. */
  note?: 'html-as-found' | 'lines-as-on-page'
}

/** Bytes. A report with pictures stays far below. */
export const LARGEST_REPORT_FILE = 20 * 1024 * 1024
/** Bytes that a docx may unfold to; beyond it is no report. */
const LARGEST_UNFOLDED = 200 * 1024 * 1024
const MOST_PAGES = 300

/**
 * The text of a .txt, .html, .docx or .pdf report. The content decides what a file is, its name never does.
 * HTML comes back as found, so that offsets point into the file; `readReport` takes its tags out.
 * Throws `ReportFileError`.
 */
export async function textOfReport(bytes: Uint8Array, name: string): Promise<ReportText> {
  if (bytes.length === 0) throw new ReportFileError('empty')
  if (bytes.length > LARGEST_REPORT_FILE) throw new ReportFileError('too-large')
  if (isPicture(bytes)) throw new ReportFileError('picture')
  if (startsWith(bytes, '%PDF') || latin(bytes, 0, 1024).includes('%PDF-')) return textOfPdf(bytes)
  if (startsWith(bytes, 'PK\x03\x04')) return textOfDocx(bytes)
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw new ReportFileError(isEncryptedOffice(bytes) ? 'encrypted' : 'unsupported')
  if (startsWith(bytes, '{\\rtf') || isOtherBinary(bytes)) throw new ReportFileError('unsupported')
  const { text, encoding } = decodeText(bytes)
  if (hasControls(text)) throw new ReportFileError('unsupported')
  if (text.trim() === '') throw new ReportFileError('empty')
  const isHtml =
    /\.x?html?$/i.test(name) || /<(?:!doctype html|html|body|p|div)[\s>]/i.test(text.slice(0, 5000))
  return isHtml ? { text, encoding, note: 'html-as-found' } : { text, encoding }
}

async function textOfPdf(bytes: Uint8Array): Promise<ReportText> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  let text: string
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    if (pdf.numPages > MOST_PAGES) throw new ReportFileError('too-large')
    text = (await extractText(pdf, { mergePages: false })).text.join('\n')
  } catch (error) {
    if (error instanceof ReportFileError) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new ReportFileError(isLocked ? 'encrypted' : 'damaged', error)
  }
  if (text.trim() === '') throw new ReportFileError('no-text')
  return { text, encoding: 'pdf', note: 'lines-as-on-page' }
}

async function textOfDocx(bytes: Uint8Array): Promise<ReportText> {
  const { names, unfolded } = zipDirectory(bytes)
  if (names.length === 0) throw new ReportFileError('damaged')
  if (unfolded > LARGEST_UNFOLDED) throw new ReportFileError('too-large')
  if (!names.includes('word/document.xml')) throw new ReportFileError('unsupported')
  const { default: mammoth } = await import('mammoth')
  let text: string
  try {
    text = (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
  } catch (error) {
    throw new ReportFileError('damaged', error)
  }
  if (text.trim() === '') throw new ReportFileError('no-text')
  return { text: text.replace(/\n{2,}/g, '\n').trimEnd(), encoding: 'docx' }
}

/** The names in a zip's central directory, and how much they would unfold to. */
function zipDirectory(bytes: Uint8Array): { names: string[]; unfolded: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  let unfolded = 0
  for (let at = directoryStart(view); at >= 0 && at + 46 <= view.byteLength; ) {
    if (view.getUint32(at, true) !== 0x02014b50) break
    const nameLength = view.getUint16(at + 28, true)
    unfolded += view.getUint32(at + 24, true)
    names.push(latin(bytes, at + 46, nameLength))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unfolded }
}

function directoryStart(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint32(at + 16, true)
  }
  return -1
}

function isPicture(bytes: Uint8Array): boolean {
  const head = latin(bytes, 0, 16)
  return (
    head.startsWith('\x89PNG') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    (head.startsWith('BM') && bytes.length > 54 && bytes[14] === 40) ||
    head.startsWith('II*\0') ||
    head.startsWith('MM\0*') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    /^....ftyp(?:heic|heix|mif1|avif)/s.test(head)
  )
}

/** Word and WPS wrap a locked document into the old container, under this name in UTF-16. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}

function isOtherBinary(bytes: Uint8Array): boolean {
  const head = latin(bytes, 0, 8)
  return (
    head.startsWith('Rar!') ||
    head.startsWith('7z\xbc\xaf') ||
    head.startsWith('\x1f\x8b') ||
    head.startsWith('\x7fELF') ||
    head.startsWith('OFD')
  )
}

/** Text has hardly any control characters; a program or a film is full of them. */
function hasControls(text: string): boolean {
  const head = text.slice(0, 20_000)
  const controls = (head.match(/[\0-\x08\x0e-\x1f]/g) ?? []).length
  return controls > 4 && controls / head.length > 0.005
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return latin(bytes, 0, magic.length) === magic
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.subarray(start, start + length)).toString('latin1')
}
