import { parentPort } from 'node:worker_threads'
import type { ReadAnswer, ReadRequest } from './read-in-worker.ts'
import { readReport } from './reader/index.ts'
import { ReportFileError, textOfReport } from './reader-files.ts'

/** The other side of `read-in-worker.ts`. */
parentPort?.on('message', (request: ReadRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer))
})

async function answerTo(request: ReadRequest): Promise<ReadAnswer> {
  try {
    const found = 'text' in request ? request.text : (await textOfReport(request.bytes, request.name)).text
    // A database text holds no zero character; its place is kept, so that every span stays right.
    const text = found.replaceAll('\0', '\ufffd')
    if (text.trim() === '') return { fault: 'empty' }
    return { text, reading: readReport(text) }
  } catch (error) {
    return { fault: error instanceof ReportFileError ? error.code : 'damaged' }
  }
}
