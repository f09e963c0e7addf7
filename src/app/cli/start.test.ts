import { type ChildProcess, spawn } from 'node:child_process'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { findFreePort } from '#platform/postgres/socket-place.ts'
import { rememberMode } from './data-folder.ts'
import { root } from './root.ts'

// All of Daqiao, on two busy cores, the pages built anew the first time.
vi.setConfig({ testTimeout: 120_000 })

/** One `npm start` as a person would type it, and what it has said so far. */
interface Started {
  launcher: ChildProcess
  said(): string
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

const home = mkdtempSync(join(tmpdir(), 'daqiao-start-'))
const started: Started[] = []
let port = 0

/** As on a machine with a Node of its own: not the pinned one, so that the launcher has to start that as another process. */
const machinesNode = join(home, 'node')

beforeAll(async () => {
  port = await findFreePort()
  copyFileSync(process.execPath, machinesNode, constants.COPYFILE_FICLONE)
})

afterEach(async () => {
  for (const one of started.splice(0)) {
    one.launcher.kill('SIGTERM')
    await one.ended
  }
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

function start(
  args: string[] = [],
  environment: Record<string, string> = {},
  by: 'node' | 'npm' = 'node',
): Started {
  const command =
    by === 'npm' ? ['npm', 'start'] : [machinesNode, join(root, 'bin/daqiao.mjs'), 'start', ...args]
  const launcher = spawn(command[0] ?? '', command.slice(1), {
    cwd: by === 'npm' ? root : '/',
    env: { PATH: process.env.PATH ?? '', DAQIAO_HOME: home, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [launcher.stdout, launcher.stderr]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | string>((resolve) => {
    launcher.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  const one = { launcher, said: () => said, ended }
  started.push(one)
  return one
}

async function ready(one: Started): Promise<void> {
  const line = `Daqiao is ready: http://localhost:${port}`
  const ended = one.ended.then((code) => Promise.reject(new Error(`it ended with ${code}:\n${one.said()}`)))
  const until = async () => {
    while (!one.said().split('\n').includes(line)) await sleep(20)
  }
  await Promise.race([until(), ended])
}

/** The process that runs on our data folder. */
function holder(): number {
  return (JSON.parse(readFileSync(join(home, 'daqiao.lock'), 'utf8')) as { pid: number }).pid
}

/** The PostgreSQL processes that stand in our data folder. */
function servers(): number[] {
  return readdirSync('/proc').filter(isInOurFolder).map(Number)
}

function isInOurFolder(pid: string): boolean {
  try {
    return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === join(home, 'postgres/cluster')
  } catch {
    return false
  }
}

async function answers(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/`)).ok
}

async function nothingLeft(): Promise<void> {
  await expect.poll(servers, { timeout: 10_000 }).toEqual([])
}

test('starts, refuses a second start, and stops in order', async () => {
  const first = start()
  await ready(first)
  expect(await answers()).toBe(true)
  expect(servers().length).toBeGreaterThan(0)
  expect(holder(), 'the server runs under the pinned Node, in a process of its own').not.toBe(
    first.launcher.pid,
  )

  const second = start([], { PORT: String(await findFreePort()) })
  expect(await second.ended).toBe(3)
  expect(second.said()).toMatch(new RegExp(`已经在运行：http://localhost:${port}[\\s\\S]*already runs here`))

  const elsewhere = start([], { DAQIAO_HOME: join(home, 'elsewhere') })
  expect(await elsewhere.ended).toBe(1)
  expect(elsewhere.said()).toContain(`Port ${port} is taken`)
  expect(existsSync(join(home, 'elsewhere/daqiao.json')), 'a start that failed decides nothing').toBe(false)

  first.launcher.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(servers()).toEqual([])
  expect(existsSync(join(home, 'daqiao.lock'))).toBe(false)
  expect(readFileSync(join(home, 'postgres/postgres.log'), 'utf8')).toContain('database system is shut down')
})

test('a launcher that is killed takes everything with it', async () => {
  const one = start()
  await ready(one)
  one.launcher.kill('SIGKILL')
  await nothingLeft()
  const again = start()
  await ready(again)
  expect(await answers()).toBe(true)
})

test('a server that is killed leaves no database behind, and starts again at once', {
  timeout: 60_000,
}, async () => {
  const one = start()
  await ready(one)
  process.kill(holder(), 'SIGKILL')
  await one.ended
  const again = start()
  await ready(again)
  expect(await answers()).toBe(true)
})

test('npm, which passes no signal on, takes everything with it, and a start right after waits for that', {
  timeout: 60_000,
}, async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const one = start([], {}, 'npm')
    await ready(one)
    one.launcher.kill(signal)
    await new Promise((resolve) => one.launcher.once('exit', resolve))
    const again = start()
    await ready(again)
    again.launcher.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  }
})

test('Ctrl+C, which comes to everyone and more than once, stops it in order', {
  timeout: 60_000,
}, async () => {
  const one = start()
  await ready(one)
  const server = holder()
  for (let press = 0; press < 3; press++) {
    one.launcher.kill('SIGINT')
    process.kill(server, 'SIGINT')
  }
  expect(await one.ended).toBe(0)
  expect(servers()).toEqual([])
})

test('what it cannot do is refused before anything is begun', async () => {
  rememberMode(home, 'demo')
  const wrong: [string[], Record<string, string>, RegExp][] = [
    [['--fast'], {}, /不认识的选项“--fast”[\s\S]*Unknown option "--fast"/],
    [[], { PORT: 'http' }, /PORT 应为[\s\S]*PORT must be/],
    [[], { HOST: '0.0.0.0' }, /演示环境[\s\S]*this machine only/],
    [['--real'], {}, /不能改作正式环境[\s\S]*cannot become a real installation/],
  ]
  for (const [args, environment, message] of wrong) {
    const one = start(args, environment)
    expect(await one.ended, one.said()).toBe(2)
    expect(one.said()).toMatch(message)
  }
})
