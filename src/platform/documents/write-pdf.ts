import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ComposedDocument, composeDocument } from './compose-document.ts'
import type { OfficialDocument } from './official-document.ts'
import type { PdfAnswer } from './pdf-process.ts'

type Job = {
  document: ComposedDocument
  resolve: (pdf: Uint8Array) => void
  reject: (reason: unknown) => void
}

const idleMilliseconds = 5_000
const longestMilliseconds = 60_000

const waiting: Job[] = []
let current: Job | undefined
let helper: ChildProcess | undefined
let farewell: NodeJS.Timeout | undefined

/**
 * The document as PDF, set after GB/T 9704-2012 in open fonts that come with the install.
 *
 * Fonts and typesetter live in a process of their own, one for all callers, which takes documents in turn and
 * ends after five idle seconds, so that an idle server holds none of them. Rejects with a `RangeError` on a
 * document that is none (a date, a table), with the signal's reason when stopped, else with an `Error`.
 */
export async function writePdf(
  document: OfficialDocument,
  options: { signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  const { signal } = options
  signal?.throwIfAborted()
  const composed = composeDocument(document)
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const job: Job = { document: composed, resolve, reject }
  const stop = () => abandon(job, signal?.reason)
  signal?.addEventListener('abort', stop, { once: true })
  waiting.push(job)
  startNext()
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

function startNext() {
  if (current) return
  const job = waiting.shift()
  if (!job) return
  current = job
  clearTimeout(farewell)
  const child = helper ?? startHelper()
  helper = child
  child.ref()
  child.channel?.ref()
  farewell = setTimeout(() => {
    finish(job, { failure: `no PDF after ${longestMilliseconds / 1000} s` })
    child.kill('SIGKILL')
  }, longestMilliseconds)
  child.send(job.document, (error) => error && finish(job, { failure: error.message }))
}

function startHelper(): ChildProcess {
  const child = fork(fileURLToPath(new URL('pdf-process.ts', import.meta.url)), {
    // It needs neither the server's options nor its secrets.
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2_000)
  })
  child.on('message', (answer: PdfAnswer) => current && finish(current, answer))
  child.on('error', (error) => leave(child, error.message))
  child.on('exit', (code, signal) => leave(child, `${signal ?? `exit ${code}`} ${lastWords}`.trim()))
  return child
}

/** The process is gone: the document that it was at fails, the waiting ones get a new process. */
function leave(child: ChildProcess, reason: string) {
  if (helper !== child) return
  helper = undefined
  if (current) finish(current, { failure: `the typesetter ended: ${reason}` })
}

function finish(job: Job, answer: PdfAnswer) {
  if (current !== job) return
  current = undefined
  // It comes over as a Buffer, which some readers of PDF refuse.
  if ('pdf' in answer) job.resolve(new Uint8Array(answer.pdf))
  else job.reject(new Error(answer.failure))
  clearTimeout(farewell)
  if (waiting.length > 0) startNext()
  else rest()
}

/** Nothing to do: does not keep the server from ending, and ends by itself soon. */
function rest() {
  const child = helper
  if (!child) return
  child.unref()
  child.channel?.unref()
  ;(child.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  farewell = setTimeout(() => {
    helper = undefined
    child.disconnect()
  }, idleMilliseconds)
  farewell.unref()
}

function abandon(job: Job, reason: unknown) {
  const place = waiting.indexOf(job)
  if (place >= 0) waiting.splice(place, 1)
  job.reject(reason)
  if (current !== job) return
  current = undefined
  const child = helper
  helper = undefined
  child?.kill('SIGKILL')
  clearTimeout(farewell)
  startNext()
}
