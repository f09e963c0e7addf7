import { decodeText } from './reader/index.ts'

export type ReportFileFault =
  | 'empty'
  | 'too-large'
  | 'picture'
  | 'encrypted'
  | 'unsupported'
  | 'damaged'
  | 'no-text'

export class ReportFileError extends Error {
  readonly code: ReportFileFault
  constructor(code: ReportFileFault) {
    super(code)
    this.name = 'ReportFileError'
    this.code = code
  }
}

export async function textOfReport(
  bytes: Uint8Array,
  _name: string,
): Promise<{ text: string; encoding: string; note?: string }> {
  if (bytes.length === 0) throw new ReportFileError('empty')
  return decodeText(bytes)
}
