import { Worker } from 'node:worker_threads'
import type { ReportFileCode } from './reader-files.ts'
import type { Reading } from './reading.ts'

/**
 * Reads reports in a thread of its own: a hostile file can neither block the server nor fill its memory, and the
 * dictionaries leave the memory when nobody has read anything for a minute.
 */

export type ReadRequest = { bytes: Uint8Array; name: string } | { text: string }

export type ReadAnswer = { text: string; reading: Reading } | { fault: ReportFileCode | 'too-slow' }

const limits = { seconds: 30, megabytes: 512, idleSeconds: 60 }

let worker: Worker | null = null
let resting: NodeJS.Timeout | null = null
let turn: Promise<unknown> = Promise.resolve()

/** One report after the other; each within thirty seconds and 512 MB. */
export function readInWorker(request: ReadRequest): Promise<ReadAnswer> {
  const answer = turn.then(() => readNow(request))
  turn = answer.catch(() => {})
  return answer
}

function readNow(request: ReadRequest): Promise<ReadAnswer> {
  if (resting) clearTimeout(resting)
  worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  const busy = worker
  return new Promise<ReadAnswer>((resolve) => {
    const finish = (answer: ReadAnswer, broken: boolean) => {
      clearTimeout(timer)
      busy.off('message', answered).off('error', broke)
      if (broken) {
        worker = null
        void busy.terminate()
      } else {
        busy.unref()
        resting = setTimeout(() => {
          worker = null
          void busy.terminate()
        }, limits.idleSeconds * 1000)
        resting.unref()
      }
      resolve(answer)
    }
    const answered = (answer: ReadAnswer) => finish(answer, false)
    const broke = () => finish({ fault: 'damaged' }, true)
    const timer = setTimeout(() => finish({ fault: 'too-slow' }, true), limits.seconds * 1000)
    busy.ref()
    busy.on('message', answered).on('error', broke)
    busy.postMessage(request)
  })
}
