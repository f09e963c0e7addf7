import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../postgres/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL for all tests of this run; the role may make databases of its own. */
    databaseUrl: string
  }
}

/**
 * Starts one PostgreSQL for all test files: `inject('databaseUrl')`. Uses the server of TEST_DATABASE_URL instead
 * where that is set. Nothing in it outlives the run, so it does not wait for the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    project.provide('databaseUrl', given)
    return async () => {}
  }
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-test-'))
  const complaints: string[] = []
  const server = await startPostgres({
    dataDir: folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    log: (line) => complaints.push(line),
  })
  project.provide('databaseUrl', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    if (complaints.length > 0) console.error(complaints.join('\n'))
  }
}
