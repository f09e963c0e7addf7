import { parentPort } from 'node:worker_threads'
import type { TableAnswer, TableRequest } from './in-table-worker.ts'
import { headsOfTable, sheetOfTable } from './read-table.ts'
import { TableFault } from './table.ts'
import { answerSheet } from './write-answer-sheet.ts'

/** The other side of `in-table-worker.ts`: rows go over in pieces, so that the server's own turns stay short. */
const piece = 500

parentPort?.on('message', (request: TableRequest) => {
  void answerTo(request)
})

async function answerTo(request: TableRequest): Promise<void> {
  const say = (answer: TableAnswer) => parentPort?.postMessage(answer)
  try {
    if (request.ask === 'heads') return say({ heads: headsOfTable(request.bytes) })
    const sheet = sheetOfTable(request.bytes, request.sheet)
    if (request.ask === 'answers')
      return say({ file: await answerSheet(sheet, request.answers, request.texts) })
    const { rows, ...rest } = sheet
    const wanted = request.most === undefined ? rows : rows.slice(0, request.most)
    for (let at = 0; at < wanted.length; at += piece) say({ rows: wanted.slice(at, at + piece) })
    say({ sheet: { ...rest, rows: [] }, total: rows.length })
  } catch (error) {
    say({ fault: error instanceof TableFault ? error.code : 'damaged' })
  }
}
