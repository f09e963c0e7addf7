import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve as listen, type ServerType } from '@hono/node-server'
import { connect } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type FileShelf, folderShelf } from '#platform/files/file-shelf.ts'
import { s3PlaceOf, s3Shelf } from '#platform/files/s3-shelf.ts'
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
  const house = composeHouse({ database, files: shelfFor(home), mode, log })
  await foundWhereNew(house, databaseUrl)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const app = web(house, { pages: await consoleFiles(join(root, 'dist/console')), version })
  const server = await listening(app.fetch, host, port)
  if (mode === 'demo') tellDemoIdentities(log)
  const tidy = setInterval(() => void tidyQuietly(house), sixHours)
  tidy.unref()
  void tidyQuietly(house)
  return {
    url: `http://localhost:${port}`,
    async close() {
      clearInterval(tidy)
      await new Promise<void>((done) => {
        server.close(() => done())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        // Whoever still reads a long download is cut off rather than waited for.
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
      })
      await database.close()
    },
  }
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
