import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { explainFailure } from './postgres-problems.ts'
import type { Reach } from './reach.ts'

/** A crash recovery may take long, and is not cut short while the server is at work (ms). */
const startLimit = 10 * 60_000

/** The log begins anew above this size (bytes); the one before is kept beside it. */
const logLimit = 8 << 20

/** How long a server may take for each stronger way of being asked to stop (ms): fast, immediate, at once. */
const stopLimits: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]

/** One run of the server, ready for connections. */
export interface ServerProcess {
  pid: number
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>
  stop(): Promise<void>
  /** Asks it to stop without waiting, unless it has ended already. */
  interrupt(): void
}

/**
 * Starts the server on `<dataDir>/cluster` and waits until it takes connections.
 * @throws StartProblem with what the server said
 */
export async function beginServer(
  dataDir: string,
  postgres: string,
  reach: Reach,
  settings: Record<string, string>,
): Promise<ServerProcess> {
  const logFile = join(dataDir, 'postgres.log')
  const { handle, from } = openLog(logFile)
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(postgres, ['-D', reach.path('cluster'), ...args], {
    ...reach.spawning,
    // A session of its own: Ctrl+C in the terminal is for us, and we stop the server when nobody needs it any more.
    detached: true,
    stdio: ['ignore', handle, handle, ...reach.descriptors],
  })
  closeSync(handle)
  const guard = guardAgainstOurDeath(child.pid, reach)
  const failure = { error: undefined as Error | undefined }
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure.error = error
      resolve()
    })
    child.once('exit', () => resolve())
  }).finally(() => guard?.kill('SIGKILL'))
  const begun = Date.now()
  while (!isReady(join(dataDir, 'cluster/postmaster.pid'), child.pid)) {
    const over = await Promise.race([ended.then(() => true), sleep(15, false)])
    if (over) throw explainFailure(readFileSync(logFile).subarray(from).toString(), dataDir, failure.error)
    if (Date.now() - begun > startLimit) {
      await stopChild(child, ended)
      throw explainFailure(readFileSync(logFile).subarray(from).toString(), dataDir)
    }
  }
  return {
    pid: child.pid ?? 0,
    ended,
    stop: () => stopChild(child, ended),
    interrupt: () => child.kill('SIGINT'),
  }
}

/**
 * A shell that waits at the other end of a pipe: where this process is killed (kill -9, out of memory) the pipe closes,
 * and the shell asks the server to stop. Without it a test run that is cut short would leave its server for ever.
 */
function guardAgainstOurDeath(pid: number | undefined, reach: Reach): ChildProcess | undefined {
  if (pid === undefined) return undefined
  const guard = spawn('/bin/sh', ['-c', 'read _ || kill -INT "$1"', 'daqiao-guard', String(pid)], {
    ...reach.spawning,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.once('error', () => {}) // no shell: the next start finds the server and stops it
  guard.stdin?.on('error', () => {})
  guard.unref()
  return guard
}

/** The server writes its own pid in the first line of postmaster.pid and its state in the eighth. */
function isReady(pidFile: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function openLog(file: string): { handle: number; from: number } {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(file, `${file}.1`)
  const handle = openSync(file, 'a', 0o600)
  return { handle, from: fstatSync(handle).size }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, limit] of stopLimits) {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    const timer = new AbortController()
    await Promise.race([ended, sleep(limit, undefined, { signal: timer.signal }).catch(() => {})])
    timer.abort()
  }
}
