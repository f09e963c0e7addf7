import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve as listen, type ServerType } from '@hono/node-server'
import { connect } from '#platform/db/database.ts'
import { foundedAs } from '#platform/db/founding-store.ts'
import { migrate } from '#platform/db/migrate.ts'
import { startWorker, type Worker } from '#platform/jobs/worker.ts'
import { outwardFrom } from '#platform/notify/outward-from-environment.ts'
import { type FileShelf, folderShelf } from '#platform/files/file-shelf.ts'
import { s3PlaceOf, s3Shelf } from '#platform/files/s3-shelf.ts'
import { StartProblem } from '#platform/process/start-problem.ts'
import { countiesHere } from '#slices/organisations'
import { demoIdentities } from '#slices/people'
import { consoleFiles } from './console-files.ts'
import { foundWhereNew, migrationsFolder } from './found-installation.ts'
import { type ComposedHouse, composeHouse } from './house.ts'
import { web } from './web.ts'

export interface ServerOptions {
  databaseUrl: string
  /** The data folder: files of the records stand below it. */
  home: string
  host: string
  port: number
  mode: 'demo' | 'real'
  log(line: string): void
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const sixHours = 6 * 3_600_000

/**
 * Migrates, founds what is new (the demo county, or a real county with its administrator), listens.
 * Resolves when it serves. Throws with a clear message when a real start lacks its county.
 */
export async function serve(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl, home, host, port, mode, log } = options
  await migrate(databaseUrl, migrationsFolder)
  const database = connect(databaseUrl)
  const outward = outwardFrom(process.env, mode)
  const house = composeHouse({ database, files: shelfFor(home), mode, outward, log })
  await foundWhereNew(house, databaseUrl)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const app = web(house, { pages: await consoleFiles(join(root, 'dist/console')), version })
  const server = await listening(app.fetch, host, port)
  if (mode === 'demo') tellDemoIdentities(log)
  const tidy = setInterval(() => void tidyQuietly(house), sixHours)
  tidy.unref()
  void tidyQuietly(house)
  const worker = worksHere(process.env) ? workerOf(house) : undefined
  return {
    url: `http://localhost:${port}`,
    async close() {
      clearInterval(tidy)
      const worked = worker?.stop(drainLimit)
      await new Promise<void>((done) => {
        server.close(() => done())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        // Whoever still reads a long download is cut off rather than waited for.
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
      })
      await worked
      await database.close()
    },
  }
}

/** How long work in hand may take to end once we are asked to stop (ms). */
const drainLimit = 6_000

/** `DAQIAO_WORK=elsewhere`: this process serves only, `daqiao work` works. */
function worksHere(environment: NodeJS.ProcessEnv): boolean {
  return environment.DAQIAO_WORK !== 'elsewhere'
}

function workerOf({ database, jobs, recurring, log }: ComposedHouse): Worker {
  return startWorker(database, jobs, { log, recurring, counties: () => countiesHere(database) })
}

/**
 * Works and serves nobody, for a database that `serve` or `start` has founded. Resolves once it works.
 * Throws where the database is not founded yet.
 */
export async function work(
  options: Pick<ServerOptions, 'databaseUrl' | 'home' | 'log'>,
): Promise<{ close(): Promise<void> }> {
  const { databaseUrl, home, log } = options
  await migrate(databaseUrl, migrationsFolder)
  const database = connect(databaseUrl)
  const mode = await foundedAs(database)
  if (mode === null) {
    await database.close()
    throw notFoundedYet()
  }
  const outward = outwardFrom(process.env, mode)
  const worker = workerOf(composeHouse({ database, files: shelfFor(home), mode, outward, log }))
  return {
    async close() {
      await worker.stop(drainLimit)
      await database.close()
    },
  }
}

function notFoundedYet(): StartProblem {
  return new StartProblem('not-founded', {
    zh: '这个数据库还没有建立平台。请先用 daqiao start 或 daqiao serve 启动一次，再执行 daqiao work。',
    en: 'This database holds no installation yet. Begin with daqiao start or daqiao serve, then run daqiao work.',
  })
}

function tellDemoIdentities(log: (line: string) => void): void {
  log('演示账号 Demo accounts (密码 password: daqiao-demo):')
  const english = demoIdentities('en')
  demoIdentities('zh').forEach(({ login, name, role, organisation }, i) => {
    log(
      `  ${login.padEnd(12)} ${name} ${organisation}${role}  ${english[i]?.role}, ${english[i]?.organisation}`,
    )
  })
}

/** The folder `files` of the data folder, or the S3 store that the environment names. */
function shelfFor(home: string): FileShelf {
  const place = s3PlaceOf(process.env)
  return place ? s3Shelf(place) : folderShelf(join(home, 'files'))
}

async function tidyQuietly(house: ComposedHouse): Promise<void> {
  try {
    await house.tidy(new Date())
  } catch (error) {
    house.log(`housekeeping did not finish, and is tried again later: ${(error as Error).message}`)
  }
}

function listening(
  fetch: Parameters<typeof listen>[0]['fetch'],
  hostname: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname, port }, () => resolve(server))
    server.once('error', reject)
  })
}
