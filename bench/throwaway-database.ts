import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '#platform/postgres/embedded-postgres.ts'

/** An embedded PostgreSQL in a folder of its own, both gone when `use` ends. */
export async function inThrowawayDatabase(
  use: (database: { url: string; folder: string; postmaster: number }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-bench-'))
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), log: console.log })
  try {
    await use({ url: server.url, folder, postmaster: server.pid })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What autovacuum would have done by the time that so many rows are there. */
export async function vacuumAnalyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}
