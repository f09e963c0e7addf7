import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleFiles, consoleFiles } from './console-files.ts'

let folder: string
let files: ConsoleFiles
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daqiao-console-'))
  await mkdir(join(folder, 'assets'))
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>搭桥</title>')
  await writeFile(join(folder, 'assets/main-1a2b.js'), 'console.log("搭桥")')
  await writeFile(join(folder, '.vite/manifest.json'), '{}')
  files = await consoleFiles(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = (path: string, headers: Record<string, string> = {}) =>
  files.answer(new Request(`http://localhost${path}`, { headers }))

test('every address of a page is the page, and it is asked for anew each time', async () => {
  for (const path of ['/', '/visits', '/followups/019aaf00?form=report', '/.vite/manifest']) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
})

test('a file with a hashed name is kept for ever, squeezed where the browser can', async () => {
  const plain = await ask('/assets/main-1a2b.js')
  expect(plain.headers.get('cache-control')).toContain('immutable')
  const squeezed = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' })
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await squeezed.bytes()).toString()).toBe(await plain.text())
  const again = await ask('/assets/main-1a2b.js', { 'if-none-match': plain.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test.each([
  ['a file that is gone', '/assets/main-0000.js'],
  ['the builder’s notes', '/.vite/manifest.json'],
  ['an address that is not UTF-8', '/%E6%90'],
  ['a way out of the folder', '/..%2f..%2fpackage.json'],
])('%s is missing', async (_, path) => {
  expect((await ask(path)).status).toBe(404)
})

test('pages that are built anew while it runs are found', async () => {
  await writeFile(join(folder, 'assets/later-3c4d.js'), '1')
  expect((await ask('/assets/later-3c4d.js')).status).toBe(200)
})
