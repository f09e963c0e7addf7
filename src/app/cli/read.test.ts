import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { EXIT, readCommand } from './read.ts'

const DEMO = fileURLToPath(new URL('../../../samples/reports/demo-visit.txt', import.meta.url))
const NOTICE = fileURLToPath(new URL('../../../samples/reports/notice-not-a-visit.txt', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'daqiao-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  code: number
  out: string
  err: string
}

async function run(argv: string[], stdin = '', isTTY = false): Promise<Run> {
  let out = ''
  let err = ''
  async function* input() {
    yield stdin
  }
  const code = await readCommand(argv, {
    stdin: input(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text), isTTY },
  })
  return { code, out, err }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a report is told in words, in the language asked for', async () => {
  const { code, out, err } = await run(['--lang', 'zh', DEMO])
  expect([code, err]).toEqual([EXIT.read, ''])
  expect(out).toContain('带队：沈知远  市总工会党组书记、常务副主席')
  expect(out).toContain('点位 (8)')
  expect(out).toContain('要求 (11)')
  expect((await run(['--lang', 'en', '--explain', DEMO])).out).toMatch(
    /Led by: 沈知远 .*\[96% A title stands before/,
  )
})

test('one file gives one JSON object with the offsets into the original', async () => {
  const { code, out } = await run(['--json', DEMO])
  const reading = JSON.parse(out)
  expect(code).toBe(EXIT.read)
  expect(reading).toMatchObject({ file: DEMO, encoding: 'utf-8', kind: 'visit', date: '--06-18' })
  expect(reading.original).toBe(readFileSync(DEMO, 'utf8'))
  const { start, end } = reading.companions[0].spans[0]
  expect(reading.original.slice(start, end)).toContain('清荷')
})

test('several files give one object on each line, also for one that cannot be read', async () => {
  const picture = file('visit.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
  const { code, out, err } = await run(['--json', '--lang', 'en', DEMO, picture])
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(EXIT.unreadable)
  expect(lines.map((line) => line.kind ?? line.error.code)).toEqual(['visit', 'picture'])
  expect(err).toContain('This is a picture')
})

test('a text that is no visit report is read all the same, and says so by its exit code', async () => {
  const { code, out } = await run(['--lang', 'zh', NOTICE])
  expect(code).toBe(EXIT.noVisit)
  expect(out).toContain('通知、公告一类的公文')
})

test('standard input and folders are read', async () => {
  const piped = await run(['--json', '-'], readFileSync(DEMO, 'utf8'))
  expect(JSON.parse(piped.out)).toMatchObject({ file: '-', kind: 'visit' })
  file('one.txt', readFileSync(DEMO))
  const { out, err } = await run(['--json', folder], '', true)
  expect(out.trimEnd().split('\n')).toHaveLength(2)
  expect(err).toContain('2/2')
})

test.each([[[]], [['--nonsense', DEMO]], [['--lang', 'fr', DEMO]]])(
  'wrong usage is refused: %j',
  async (argv) => {
    const { code, out, err } = await run(argv)
    expect([code, out]).toEqual([EXIT.usage, ''])
    expect(err).toContain('daqiao read')
  },
)

test('help is no error, and a missing file is one', async () => {
  expect(await run(['--help', '--lang', 'zh'])).toMatchObject({ code: EXIT.read, err: '' })
  const missing = await run(['--lang', 'zh', join(folder, 'nowhere.txt')])
  expect(missing).toMatchObject({ code: EXIT.unreadable, out: '' })
  expect(missing.err).toContain('找不到这个文件')
})
