import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stillRunning } from './postgres-problems.ts'

/** How long a server that was left behind may take for each stronger way of being asked to stop (ms). */
const patience: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
]

/**
 * Makes sure that no PostgreSQL works on this cluster and that nothing pretends so: stops a server that outlived its
 * parent (kill -9 of node), waits for the children of a killed one, and removes a postmaster.pid whose number now
 * belongs to somebody else. The caller must hold the folder's lock.
 * @throws StartProblem `database-still-running`
 */
export async function clearLeftoverServer(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!statSync(pidFile, { throwIfNoEntry: false })) return
  const real = realpathSync(cluster)
  for (const [signal, limit] of patience) {
    const left = processesIn(real)
    if (left.length === 0) break
    log(`A database server of the last run is still there (${left.join(', ')}): ${signal}.`)
    signalEach(signal === 'SIGKILL' ? left : leaders(left), signal)
    await untilEmpty(real, limit)
  }
  const left = processesIn(real)
  if (left.length > 0) throw stillRunning(left, cluster)
  rmSync(pidFile, { force: true })
}

/** Every PostgreSQL process stands in its cluster's folder; so may somebody's shell, which is none of ours. */
function processesIn(real: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isPostgresIn(real, pid))
}

function isPostgresIn(real: string, pid: number): boolean {
  try {
    const isThere = readlinkSync(`/proc/${pid}/cwd`) === real
    return isThere && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false // gone, a zombie, or another account's: none of them can hold our cluster
  }
}

/** The postmaster where it lives, as it stops its children in order; else the orphaned children themselves. */
function leaders(pids: number[]): number[] {
  const parents = pids.filter((pid) => !pids.includes(parentOf(pid)))
  return parents.length > 0 ? parents : pids
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

function signalEach(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

async function untilEmpty(real: string, limit: number): Promise<void> {
  for (const end = Date.now() + limit; Date.now() < end && processesIn(real).length > 0; ) await sleep(25)
}
