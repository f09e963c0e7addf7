import { type StdioOptions, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { explainFailure } from './postgres-problems.ts'
import { giveTo, type PostgresUser } from './postgres-user.ts'
import type { Reach } from './reach.ts'

/** The role and the database that the application uses; the role is no superuser, as in a managed PostgreSQL. */
export const application = 'daqiao'

/** The file inside the cluster that holds the application's password, so that one never travels without the other. */
export const passwordFile = 'daqiao-password'

/** For two cores and 2 GB. They are written into postgresql.conf once; whoever has a bigger machine edits them there. */
const smallMachine = {
  shared_buffers: '64MB',
  max_connections: '40',
  work_mem: '4MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  // Shared memory in files: systemd removes what an ordinary user left in /dev/shm as soon as he signs out.
  dynamic_shared_memory_type: 'mmap',
  min_dynamic_shared_memory: '4MB',
}

/** Names of the C locale with UTF-8 as systems spell it; its character classes make trigrams of Han. */
const utf8Locales = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8']

/**
 * Makes the cluster in `folder` when there is none: under another name first, complete with its role, database and
 * access rules, then renamed, so that a cluster that was cut short (kill -9, power cut) is never taken for whole.
 * The caller must hold the folder's lock. Only a cluster for
 * tests need not wait for the disk.
 */
export function makeCluster(
  folder: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
  reach: Reach,
  waitsForDisk: boolean,
): void {
  const cluster = join(folder, 'cluster')
  for (const name of readdirSync(folder)) {
    if (name.startsWith('cluster.new'))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
  if (existsSync(join(cluster, 'PG_VERSION'))) return
  const name = `cluster.new-${process.pid}`
  const making = join(folder, name)
  mkdirSync(making, { mode: 0o700 })
  if (user.lent) giveTo(user, making)

  const tell = (program: string, args: string[], input = ''): string => {
    const stdio: StdioOptions = ['pipe', 'pipe', 'pipe', ...reach.descriptors]
    const answer = spawnSync(program, args, { ...reach.spawning, stdio, input, encoding: 'utf8' })
    const said = `${answer.stdout ?? ''}${answer.stderr ?? ''}`
    if (answer.status !== 0) throw explainFailure(said, folder, answer.error)
    return said
  }

  runInitdb(tell, binaries, [reach.path(name), ...(waitsForDisk ? [] : ['--no-sync'])])
  const password = randomBytes(32).toString('base64url')
  tell(
    binaries.postgres,
    ['--single', '-D', reach.path(name), '-c', 'exit_on_error=true', 'postgres'],
    [
      `create role ${application} login createdb createrole password '${password}'`,
      // Roles that the application makes it may also take on: PostgreSQL 15 grants this by itself, 16 asks for it.
      `alter role ${application} set createrole_self_grant = 'set, inherit'`,
      `create database ${application} owner ${application}`,
      '',
    ].join('\n'),
  )
  writeOwn(join(making, 'pg_hba.conf'), accessRules, user)
  writeOwn(join(making, passwordFile), password, user)
  renameSync(making, cluster)
  syncFolder(folder)
}

/** Only the application's role may sign in, only from this machine, only with its password. */
const accessRules = `# Written by Daqiao when the database was made.
local  all  ${application}                scram-sha-256
host   all  ${application}  127.0.0.1/32  scram-sha-256
host   all  ${application}  ::1/128       scram-sha-256
`

function runInitdb(
  tell: (program: string, args: string[]) => string,
  binaries: PostgresBinaries,
  where: string[],
): void {
  const settings = Object.entries(smallMachine).flatMap(([name, value]) => ['--set', `${name}=${value}`])
  const access = ['--username=postgres', '--auth=reject', '--data-checksums', '--no-instructions']
  for (const locale of utf8Locales) {
    try {
      const language = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=builtin']
      tell(binaries.initdb, ['-D', ...where, ...language, '--builtin-locale=C.UTF-8', ...access, ...settings])
      return
    } catch (error) {
      const unknownLocale = error instanceof Error && /invalid locale/.test(error.message)
      if (!unknownLocale || locale === utf8Locales.at(-1)) throw error
    }
  }
}

function writeOwn(file: string, content: string, user: PostgresUser): void {
  writeFileSync(file, content)
  chmodSync(file, 0o600)
  if (user.lent) chownSync(file, user.uid, user.gid)
}

/** A rename is only safe from a power cut once the folder that holds the name is on the disk. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
