import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'
import { buildConsole } from './build-console.ts'
import {
  assertDemoStaysHere,
  type Mode,
  modeOf,
  rememberMode,
  stopping,
  takeDataFolder,
} from './data-folder.ts'
import { assertPortIsFree, explainListening, type Listening, readListening } from './listening.ts'
import { onlyFlag } from './options.ts'
import { root } from './root.ts'
import { runUntilStopped, type StopSignal, type Undo } from './run-until-stopped.ts'

/** How long requests in flight may take to finish once we are asked to stop (ms). */
const closeLimit = 10_000

/**
 * `daqiao start [--real]`: the whole of Daqiao on one machine. Resolves with the exit code once it has stopped: 0 when
 * asked to, 3 when it runs on this data folder already, 2 when asked for what it does not do, 1 for another problem.
 */
export function run(args: string[]): Promise<number> {
  process.env.NODE_ENV = 'production'
  return runUntilStopped((stop, undo) => start(args, stop, undo))
}

async function start(args: string[], stop: StopSignal, undo: Undo): Promise<void> {
  const wantsReal = onlyFlag(args, '--real')
  const listening = readListening(process.env)
  const home = dataFolder()
  const lock = await takeDataFolder(home)
  undo.push(() => lock.release())
  void stop.asked.then(() => lock.describe(stopping))
  const mode = modeOf(home, wantsReal)
  assertDemoStaysHere(mode, listening.host)
  await assertPortIsFree(listening)
  rememberMode(home, mode)

  const database = await bothOrNeither(
    openDatabase(home, undo),
    buildConsole({ log: console.log, signal: stop.signal }),
  )
  if (stop.signal.aborted) return
  const url = await serveUntilUndone({ databaseUrl: database.url, home, mode }, listening, undo)
  if (stop.signal.aborted) return
  lock.describe({ url })
  console.log(`Daqiao is ready: http://localhost:${listening.port}`)
  await Promise.race([stop.asked, database.lost.then((error) => Promise.reject(error))])
}

/** DAQIAO_HOME, else `data` in the project's folder. */
export function dataFolder(): string {
  return resolve(process.env.DAQIAO_HOME || join(root, 'data'))
}

/** Starts the server and puts its closing on `undo`. Resolves with its address. */
export async function serveUntilUndone(
  what: { databaseUrl: string; home: string; mode: Mode },
  listening: Listening,
  undo: Undo,
): Promise<string> {
  // Loaded only now, while the first lines are on the screen: it is most of the code.
  const { serve } = await import('../server.ts')
  try {
    const server = await serve({ ...what, ...listening, log: console.log })
    undo.push(() => Promise.race([server.close(), sleep(closeLimit, undefined, { ref: false })]))
    return server.url
  } catch (error) {
    throw explainListening(error, listening)
  }
}

/** Waits for both even when one fails, so that nothing is still under way while all is being undone. */
async function bothOrNeither<T>(first: Promise<T>, second: Promise<unknown>): Promise<T> {
  const [one, other] = await Promise.allSettled([first, second])
  if (one.status === 'rejected') throw one.reason
  if (other.status === 'rejected') throw other.reason
  return one.value
}

/** The database of DATABASE_URL where that is set, else a PostgreSQL of our own in the data folder. */
async function openDatabase(home: string, undo: Undo): Promise<{ url: string; lost: Promise<Error> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, lost: new Promise(() => {}) }
  const server = await startPostgres({ dataDir: join(home, 'postgres'), log: console.log })
  undo.push(() => server.stop())
  return server
}
