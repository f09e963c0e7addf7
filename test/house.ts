import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { folderShelf } from '#platform/files/file-shelf.ts'
import { newId } from '#platform/records/new-id.ts'
import { type ComposedHouse, composeHouse } from '../src/app/house.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { web } from '../src/app/web.ts'

export interface Answer<T = any> {
  status: number
  body: T
  headers: Headers
}

type Send = (
  path: string,
  body?: unknown,
  options?: { key?: string; language?: 'zh' | 'en' },
) => Promise<Answer>

/** Someone who asks through the real door. */
export interface Caller {
  get: Send
  post: Send
  put: Send
  delete: Send
  upload(path: string, bytes: Uint8Array): Promise<Answer>
}

export interface TestHouse {
  house: ComposedHouse
  database: Database
  url: string
  /** Everything that HTTP reaches, as it is served. */
  web: ReturnType<typeof web>
  /** Signs in as a demo person, by login. */
  as(login: string): Promise<Caller>
  /** Someone who did not sign in. */
  nobody: Caller
  id(): string
  close(): Promise<void>
}

/**
 * The whole house over a database of its own, with the demo county, reached through its HTTP door.
 * The first call of a run makes the template; each further one copies it.
 */
export async function testHouse(): Promise<TestHouse> {
  const admin = inject('databaseUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const template = await templateWithDemo(admin)
  await query(admin, `create database ${name} template ${template}`)
  const url = urlFor(admin, name)
  const folder = await mkdtemp(join(tmpdir(), 'daqiao-test-'))
  const { house, database } = compose(url, folder)
  const app = web(house, { checkAnswers: true, version: 'test' })
  const caller = (cookie?: string): Caller => {
    const send =
      (method: string): Send =>
      async (path, body, { key = newId(), language = 'en' } = {}) => {
        const headers = new Headers({ 'accept-language': language })
        if (cookie) headers.set('cookie', cookie)
        if (method !== 'GET') headers.set('idempotency-key', key)
        const bytes = body instanceof Uint8Array
        if (body !== undefined && !bytes) headers.set('content-type', 'application/json')
        return answer(
          await app.request(path, {
            method,
            headers,
            body: body === undefined ? undefined : bytes ? (body as BodyInit) : JSON.stringify(body),
          }),
        )
      }
    return {
      get: send('GET'),
      post: send('POST'),
      put: send('PUT'),
      delete: send('DELETE'),
      upload: (path, bytes) => send('POST')(path, bytes),
    }
  }
  const nobody = caller()
  return {
    house,
    database,
    url,
    web: app,
    nobody,
    id: () => newId(),
    async as(login) {
      const session = await nobody.post('/api/session', { login, password: 'daqiao-demo' })
      if (session.status !== 200) throw new Error(`${login} cannot sign in: ${JSON.stringify(session.body)}`)
      return caller(session.headers.get('set-cookie')?.split(';')[0])
    },
    async close() {
      await database.close()
      await query(admin, `drop database ${name} with (force)`)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function compose(url: string, folder: string) {
  const database = connect(url, { connections: 4 })
  const house = composeHouse({
    database,
    files: folderShelf(join(folder, 'files')),
    mode: 'demo',
    log: (line) => console.error(line),
  })
  return { house, database }
}

/** One template for a run: whoever comes first makes it, the others wait for the lock. */
async function templateWithDemo(admin: string): Promise<string> {
  const template = 'daqiao_template'
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rows.length === 0) {
      await client.query(`create database ${template}_making`)
      const url = urlFor(admin, `${template}_making`)
      await migrate(url, 'db/migrations')
      const folder = await mkdtemp(join(tmpdir(), 'daqiao-test-'))
      const { house, database } = compose(url, folder)
      await loadDemo(house)
      await database.close()
      await client.query(`alter database ${template}_making rename to ${template}`)
    }
    return template
  } finally {
    await client.end()
  }
}

function urlFor(admin: string, database: string): string {
  return admin.replace(/\/[^/?]*(\?|$)/, `/${database}$1`)
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function answer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? ''
  const body = type.includes('json') ? await response.json() : new Uint8Array(await response.arrayBuffer())
  return { status: response.status, body, headers: response.headers }
}
