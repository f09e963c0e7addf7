import { Worker } from 'node:worker_threads'
import { type Sheet, type SheetHead, TableFault, type TableFaultCode, type TableRow } from './table.ts'

/**
 * Reads tables in a thread that ends with the answer: a hostile file can neither block the server nor fill its memory.
 */

export type TableRequest = { bytes: Uint8Array } & (
  | { ask: 'heads' }
  | { ask: 'rows'; sheet: number; most?: number }
  | {
      ask: 'answers'
      sheet: number
      answers: ReadonlyMap<number, string>
      texts: { heading: string; header: number; sheet: string }
    }
)

export type TableAnswer =
  | { heads: SheetHead[] }
  | { rows: TableRow[] }
  | { sheet: Sheet; total: number }
  | { file: Uint8Array }
  | { fault: TableFaultCode }

const limits = { seconds: 40, megabytes: 1024 }
let turn: Promise<unknown> = Promise.resolve()

/** The sheets of a file with their first rows. Throws `TableFault`. */
export async function readHeads(bytes: Uint8Array): Promise<SheetHead[]> {
  const { last } = await asked({ ask: 'heads', bytes })
  if (!('heads' in last)) throw new TableFault('damaged')
  return last.heads
}

/** One sheet: whole, or its first rows. `total` counts all of its filled rows. Throws `TableFault`. */
export async function readSheet(
  bytes: Uint8Array,
  sheet: number,
  most?: number,
): Promise<Sheet & { total: number }> {
  const { last, rows } = await asked({ ask: 'rows', bytes, sheet, ...(most === undefined ? {} : { most }) })
  if (!('sheet' in last)) throw new TableFault('damaged')
  return { ...last.sheet, rows, total: last.total }
}

/** See `answerSheet`. Throws `TableFault`. */
export async function writeAnswers(
  bytes: Uint8Array,
  sheet: number,
  answers: ReadonlyMap<number, string>,
  texts: { heading: string; header: number; sheet: string },
): Promise<Uint8Array> {
  const { last } = await asked({ ask: 'answers', bytes, sheet, answers, texts })
  if (!('file' in last)) throw new TableFault('damaged')
  return last.file
}

/** One file after the other. */
function asked(request: TableRequest): Promise<{ last: TableAnswer; rows: TableRow[] }> {
  const answer = turn.then(() => askNow(request))
  turn = answer.catch(() => {})
  return answer
}

function askNow(request: TableRequest): Promise<{ last: TableAnswer; rows: TableRow[] }> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  const rows: TableRow[] = []
  return new Promise<{ last: TableAnswer; rows: TableRow[] }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new TableFault('slow')), limits.seconds * 1000)
    worker.on('error', (error) => reject(new TableFault('damaged', error)))
    worker.on('exit', () => reject(new TableFault('damaged')))
    worker.on('message', (answer: TableAnswer) => {
      if ('rows' in answer) rows.push(...answer.rows)
      else if ('fault' in answer) reject(new TableFault(answer.fault))
      else resolve({ last: answer, rows })
    })
    worker.postMessage(request)
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => void worker.terminate())
}
