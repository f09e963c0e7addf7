import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readReport, readerMessages } from '../../slices/visits/reader/index.ts'
import { LARGEST_REPORT_FILE, ReportFileError, textOfReport } from '../../slices/visits/reader-files.ts'
import { inWords, type Language } from './reading-in-words.ts'
import { readMessages } from './read-messages.ts'

export interface ReadIo {
  stdin: AsyncIterable<Uint8Array | string>
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

/** The exit codes of `daqiao read`; the highest reason wins in the order wrong usage, unreadable, no visit. */
export const EXIT = { read: 0, unreadable: 1, usage: 2, noVisit: 3 } as const

const READABLE = new Set(['.txt', '.html', '.htm', '.docx', '.pdf'])

/**
 * `daqiao read FILE…`: reads reports without server or database. With `--json` one file gives one JSON object,
 * several give one object on each line (NDJSON), each with its `file`; a file that cannot be read gives
 * `{"file", "error": {"code", "message"}}`. Returns the exit code.
 */
export async function readCommand(argv: string[], io: ReadIo): Promise<number> {
  const options = optionsOf(argv)
  const language = options?.lang ?? systemLanguage()
  const messages = readMessages[language]
  if (!options) return refuse(io, messages.usage)
  if (options.help) {
    io.stdout.write(messages.help)
    return EXIT.read
  }
  if (options.files.length === 0) return refuse(io, messages.usage)
  const files = (await Promise.all(options.files.map(filesUnder))).flat()
  const isList = files.length !== 1
  const progress = io.stderr.isTTY && files.length > 1 ? progressBar(io, files.length) : null
  let code: number = EXIT.read
  for (const [index, file] of files.entries()) {
    progress?.(index, file)
    const one = await readOne(file, io, language)
    if (one.exit !== EXIT.read) code = code === EXIT.unreadable ? code : one.exit
    if (options.json) io.stdout.write(`${JSON.stringify(one.json, null, isList ? undefined : 2)}\n`)
    else if (one.failure) io.stderr.write(`${file}: ${one.failure}\n`)
    else if (one.json && 'kind' in one.json) {
      io.stdout.write(
        inWords(one.json, { language, explain: options.explain, heading: isList ? file : null }),
      )
    }
    if (options.json && one.failure) io.stderr.write(`${file}: ${one.failure}\n`)
  }
  progress?.(files.length, '')
  return code
}

interface Options {
  files: string[]
  json: boolean
  explain: boolean
  help: boolean
  lang: Language | undefined
}

function optionsOf(argv: string[]): Options | null {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        lang: { type: 'string' },
      },
    })
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') return null
    return {
      files: positionals,
      json: values.json,
      explain: values.explain,
      help: values.help,
      lang: values.lang,
    }
  } catch {
    return null
  }
}

function refuse(io: ReadIo, usage: string): number {
  io.stderr.write(usage)
  return EXIT.usage
}

function systemLanguage(): Language {
  const set = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
  return /^zh/i.test(set) ? 'zh' : 'en'
}

/** A folder stands for the reports in it, in the order of their names. */
async function filesUnder(path: string): Promise<string[]> {
  if (path === '-') return [path]
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return [path]
  const names = await readdir(path, { recursive: true })
  return names
    .filter((name) => READABLE.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(path, name))
}

type ReadJson = ReturnType<typeof readReport> & { file: string; encoding: string }
type FailedJson = { file: string; error: { code: string; message: string } }

interface One {
  json: ReadJson | FailedJson
  failure: string | null
  exit: number
}

async function readOne(file: string, io: ReadIo, language: Language): Promise<One> {
  try {
    const bytes = file === '-' ? await bytesOf(io.stdin) : await bytesOfFile(file)
    const { text, encoding } = await textOfReport(bytes, file)
    const reading = readReport(text)
    return {
      json: { file, encoding, ...reading },
      failure: null,
      exit: reading.kind === 'visit' ? EXIT.read : EXIT.noVisit,
    }
  } catch (error) {
    const { code, message } = failureOf(error, language)
    return { json: { file, error: { code, message } }, failure: message, exit: EXIT.unreadable }
  }
}

function failureOf(error: unknown, language: Language): { code: string; message: string } {
  if (error instanceof ReportFileError) {
    return { code: error.code, message: readerMessages[language].files[error.code] }
  }
  const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
  const { notFound, notAllowed, isFolder } = readMessages[language]
  if (cause === 'ENOENT' || cause === 'ENOTDIR') return { code: 'not-found', message: notFound }
  if (cause === 'EACCES' || cause === 'EPERM') return { code: 'not-allowed', message: notAllowed }
  if (cause === 'EISDIR') return { code: 'folder', message: isFolder }
  throw error
}

async function bytesOfFile(file: string): Promise<Uint8Array> {
  const { size } = await stat(file)
  if (size > LARGEST_REPORT_FILE) throw new ReportFileError('too-large')
  return readFile(file)
}

async function bytesOf(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > LARGEST_REPORT_FILE) throw new ReportFileError('too-large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const BAR = 24

function progressBar(io: ReadIo, total: number): (done: number, file: string) => void {
  return (done, file) => {
    const full = Math.round((done / total) * BAR)
    const name = file.length > 40 ? `…${file.slice(-39)}` : file
    io.stderr.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${total} ${name}`)
    if (done === total) io.stderr.write('\n')
  }
}

/** What the launcher calls. */
export function run(args: string[]): Promise<number> {
  return readCommand(args, process)
}
