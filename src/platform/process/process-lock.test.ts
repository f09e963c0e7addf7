import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSameProcessAlive, processStart, readLock, takeLock } from './process-lock.mjs'

let folder = ''
const file = () => join(folder, 'some.lock')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daqiao-lock-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the second is told who has the lock and what he says of himself', async () => {
  const first = await takeLock(file())
  if (!first.taken) throw new Error('the first must get it')
  first.describe({ url: 'http://localhost:3000' })
  expect(await takeLock(file())).toEqual({
    taken: false,
    holder: { pid: process.pid, start: processStart(process.pid), url: 'http://localhost:3000' },
  })
  first.release()
  expect(existsSync(file())).toBe(false)
})

test('the lock of a killed process is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(file(), JSON.stringify({ pid, start: 'then' }))
  expect(readLock(file())).toMatchObject({ alive: false })
  expect(await takeLock(file())).toMatchObject({ taken: true })
})

test('a process that merely got the same number is not taken for the holder', async () => {
  writeFileSync(file(), JSON.stringify({ pid: process.pid, start: 'another-boot/17' }))
  expect(await takeLock(file())).toMatchObject({ taken: true })
})

test('a lock that was cut off while it was written is taken over after a while', async () => {
  writeFileSync(file(), '')
  const begun = Date.now()
  expect(await takeLock(file())).toMatchObject({ taken: true })
  expect(Date.now() - begun).toBeGreaterThan(1000)
})

test('of many who find a stale lock at the same time exactly one gets it', async () => {
  writeFileSync(file(), JSON.stringify({ pid: 999_999_999, start: 'gone' }))
  const script = `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'process-lock.mjs'))}
    const lock = await takeLock(${JSON.stringify(file())})
    console.log(lock.taken)
    setTimeout(() => {}, 3000)`
  const answers = await Promise.all(Array.from({ length: 8 }, () => firstLine(script)))
  expect(answers.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'false'), 'true'])
})

test('a zombie is dead', async () => {
  // The shell starts a child that ends at once, and never waits for it.
  const shell = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 5'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const pid = Number(
    await new Promise((resolve) => shell.stdout.once('data', (chunk) => resolve(String(chunk)))),
  )
  await expect.poll(() => processStart(pid)).toBe('')
  expect(isSameProcessAlive(pid, '')).toBe(false)
  shell.kill()
})

function firstLine(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  return new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
}
