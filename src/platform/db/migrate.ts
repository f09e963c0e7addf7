import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Brings a database to the newest state: runs every file of `folder` (`0001-slice-what.sql`) that has not run,
 * in the order of their names, each in a transaction of its own. Two that start at once wait for each other.
 * Returns the names that ran. Throws when a file that has run was changed, or when the server is too old.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'daqiao migrate' })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock(511825)')
    await client.query(
      `create table if not exists migrations (name text primary key, hash text not null, at timestamptz not null default now())`,
    )
    const done = new Map<string, string>()
    for (const row of (await client.query('select name, hash from migrations')).rows)
      done.set(row.name, row.hash)
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === hash) continue
      if (before)
        throw new Error(`migration ${name} has run already and was changed since: write a new one instead`)
      await runOne(client, name, text, hash)
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

async function runOne(client: pg.Client, name: string, text: string, hash: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} did not run: ${(error as Error).message}`, { cause: error })
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
  if (version < 150_000)
    throw new Error(`PostgreSQL 15 or newer is needed, this server is ${Math.floor(version / 10_000)}`)
}
