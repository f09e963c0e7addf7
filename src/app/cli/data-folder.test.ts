import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assertDemoStaysHere, modeOf, rememberMode, takeDataFolder } from './data-folder.ts'

let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daqiao-home-'))
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

test('a new folder becomes a demo, or real where that is asked for', () => {
  expect(modeOf(home, false)).toBe('demo')
  expect(modeOf(home, true)).toBe('real')
})

test('a demo never becomes real by a flag, and real stays real without one', () => {
  rememberMode(home, 'demo')
  expect(() => modeOf(home, true)).toThrow(expect.objectContaining({ code: 'mode-differs', exitCode: 2 }))
  rmSync(join(home, 'daqiao.json'))
  rememberMode(home, 'real')
  expect(modeOf(home, false)).toBe('real')
  rememberMode(home, 'demo')
  expect(JSON.parse(readFileSync(join(home, 'daqiao.json'), 'utf8'))).toMatchObject({ mode: 'real' })
})

test('a damaged note is never guessed at', () => {
  writeFileSync(join(home, 'daqiao.json'), '{"mode":"d')
  expect(() => modeOf(home, false)).toThrow(expect.objectContaining({ code: 'mode-unreadable' }))
})

test('a demo listens on this machine only', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) assertDemoStaysHere('demo', host)
  for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example.com']) {
    expect(() => assertDemoStaysHere('demo', host)).toThrow(
      expect.objectContaining({ code: 'demo-stays-here' }),
    )
    assertDemoStaysHere('real', host)
  }
})

test('a folder that runs already is refused with its address, in both languages', async () => {
  const lock = await takeDataFolder(home)
  lock.describe({ url: 'http://localhost:3456' })
  await expect(takeDataFolder(home)).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(
      /已经在运行：http:\/\/localhost:3456[\s\S]*already runs here: http:\/\/localhost:3456/,
    ),
  })
})

test('a folder that cannot be is said in words', async () => {
  writeFileSync(join(home, 'file'), '')
  await expect(takeDataFolder(join(home, 'file/data'))).rejects.toMatchObject({
    code: 'data-folder-unusable',
  })
})
