import type { ComposedDocument } from './compose-document.ts'
import { createPdfCompiler } from './pdf-compiler.ts'

export type PdfAnswer = { pdf: Uint8Array } | { failure: string }

// The process of `write-pdf.ts`: a document comes in, its PDF goes out, one after the other.
const compiler = createPdfCompiler()
process.on('message', (document: ComposedDocument) => process.send?.(answer(document)))

function answer(document: ComposedDocument): PdfAnswer {
  try {
    return { pdf: compiler.compile(document) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
