import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '../process/process-lock.mjs'
import { StartProblem, systemErrorCode } from '../process/start-problem.ts'
import { clearLeftoverServer } from './leftover-server.ts'
import { application, makeCluster, passwordFile } from './make-cluster.ts'
import { findPostgres } from './postgres-binaries.ts'
import { explainFailure, inUseBy, keepsDying, portTaken } from './postgres-problems.ts'
import { choosePostgresUser, giveTo, type PostgresUser } from './postgres-user.ts'
import { reachInto } from './reach.ts'
import { beginServer, type ServerProcess } from './server-process.ts'
import { findFreePort, findSocketPlace } from './socket-place.ts'

/** A PostgreSQL of our own, running. */
export interface RunningPostgres {
  /** Signs in as the role `daqiao` (owner of the database `daqiao`, no superuser); holds the password. */
  url: string
  /** The postmaster; another one after the server had to be started again. */
  readonly pid: number
  /** Ends the server in order; a further call waits for the same end. */
  stop(): Promise<void>
  /** Resolves only when the server is lost for good: it died and does not come back. */
  lost: Promise<Error>
}

export interface PostgresOptions {
  /** The folder that holds cluster, socket and log; made when missing. */
  dataDir: string
  /** Listen on this port of 127.0.0.1 instead of a socket. */
  port?: number
  /** Settings that win over postgresql.conf, for tests. */
  settings?: Record<string, string>
  log: (line: string) => void
}

/** What a start that came too early says: the last server's process or memory is not quite gone yet. */
const blocked = /lock file ".*" already exists|pre-existing shared memory block/

const taken = /could not bind .* address|could not create any TCP\/IP sockets/

/** A server that dies this often within the time (ms) is not started again. */
const restarts = { times: 5, within: 10 * 60_000 }

/**
 * Starts PostgreSQL on `dataDir`, making the cluster the first time. Bears what happens to real machines: a killed
 * server or node process, a half-made cluster, root, closed folders, two starts at once. A server that dies later is
 * started again at the same address.
 * @throws StartProblem in plain words, both languages
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir } = options
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const lock = await takeLock(join(dataDir, 'owner.lock'))
    if (!lock.taken) throw inUseBy(lock.holder.pid, dataDir)
    try {
      return await startHolding(options, () => lock.release())
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    // What the operating system refuses is put into words; a fault of our own is not dressed up as one.
    if (error instanceof StartProblem || systemErrorCode(error) === '') throw error
    throw explainFailure(String(error), dataDir, error)
  }
}

async function startHolding(options: PostgresOptions, release: () => void): Promise<RunningPostgres> {
  const dataDir = realpathSync(options.dataDir)
  const cluster = join(dataDir, 'cluster')
  const user = choosePostgresUser(cluster)
  handOver(dataDir, user)
  const { initdb, postgres } = findPostgres(user, dataDir)
  const reach = reachInto(dataDir, user)
  await clearLeftoverServer(cluster, options.log)
  makeCluster(dataDir, { initdb, postgres }, user, reach, options.settings?.fsync !== 'off')

  const place = options.port === undefined ? await findSocketPlace(dataDir, user) : undefined
  const inside = join(dataDir, 'run')
  const port = options.port ?? (place ? 5432 : await findFreePort())
  const listening: Record<string, string> = place
    ? {
        listen_addresses: '',
        unix_socket_directories: quoted(place === inside ? reach.path('run') : place),
      }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const settings = { ...listening, port: String(port), unix_socket_permissions: '0700', ...options.settings }
  const begin = () =>
    beginPatiently(() => beginServer(dataDir, postgres, reach, settings), { cluster, port, options })
  const server = await keepRunning(begin, options.log)

  const password = readFileSync(join(cluster, passwordFile), 'utf8').trim()
  const host = place ? encodeURIComponent(place) : '127.0.0.1'
  return {
    url: `postgresql://${application}:${password}@${host}:${port}/${application}`,
    get pid() {
      return server.pid()
    },
    lost: server.lost,
    stop: once(async () => {
      await server.stop()
      if (place && place !== inside) rmSync(place, { recursive: true, force: true })
      reach.close()
      release()
    }),
  }
}

/** Makes the folder and all that was copied back into it from a back-up the account's own, and closed to others. */
function handOver(dataDir: string, user: PostgresUser): void {
  for (const folder of [dataDir, join(dataDir, 'cluster')]) {
    if (lstatSync(folder, { throwIfNoEntry: false })) chmodSync(folder, 0o700)
  }
  if (!user.lent) return
  chownSync(dataDir, user.uid, user.gid)
  for (const name of ['cluster', 'run']) {
    const path = join(dataDir, name)
    if (lstatSync(path, { throwIfNoEntry: false })?.uid === 0) giveTo(user, path)
  }
}

/** PostgreSQL reads a list of folders here: quotes keep a comma or a space inside one name. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}

/** Starts the server, with growing pauses while the one before is not quite gone (a killed one, not reaped yet). */
async function beginPatiently(
  begin: () => Promise<ServerProcess>,
  about: { cluster: string; port: number; options: PostgresOptions },
): Promise<ServerProcess> {
  for (let pause = 50; ; pause *= 2) {
    try {
      return await begin()
    } catch (error) {
      const said = error instanceof Error ? error.message : ''
      if (about.options.port !== undefined && taken.test(said)) throw portTaken(about.port)
      if (!blocked.test(said) || pause > 10_000) throw error
      about.options.log(`The database's last run is not quite gone; trying again in ${pause} ms.`)
      await sleep(pause)
      await clearLeftoverServer(about.cluster, about.options.log)
    }
  }
}

/** Starts a server and starts it again whenever it dies without having been asked to. */
async function keepRunning(begin: () => Promise<ServerProcess>, log: (line: string) => void) {
  let current = await begin()
  let stopping = false
  let restarting = Promise.resolve()
  const deaths: number[] = []
  // Even where node ends without stop() (an uncaught error), the server is asked to end.
  const farewell = () => current.interrupt()
  process.once('exit', farewell)

  const lost = new Promise<Error>((resolve) => {
    const watch = async (): Promise<void> => {
      await current.ended
      if (stopping) return
      deaths.push(Date.now())
      const recent = deaths.filter((at) => Date.now() - at < restarts.within).length
      log(`The database ended unexpectedly (${recent} times of late).`)
      if (recent > restarts.times) return resolve(keepsDying())
      restarting = begin().then(
        (server) => {
          current = server
          log('The database runs again.')
          void watch()
        },
        (error: Error) => resolve(error),
      )
    }
    void watch()
  })

  return {
    pid: () => current.pid,
    lost,
    async stop() {
      stopping = true
      await restarting
      await current.stop()
      process.off('exit', farewell)
    },
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
