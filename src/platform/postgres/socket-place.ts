import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, type PostgresUser } from './postgres-user.ts'

/** The kernel's limit is 107 bytes for a socket's whole name; `.s.PGSQL.5432` and some air are taken off. */
const longestFolder = 90

/**
 * A folder for the server's socket that only its account (and root) can enter: inside the data folder, or where that
 * path is too long or its disk knows no sockets (network mounts), a short one among the temporary folders.
 * Undefined where neither works; then only TCP is left.
 */
export async function findSocketPlace(folder: string, user: PostgresUser): Promise<string | undefined> {
  const name = `daqiao-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12)}`
  const places = [join(folder, 'run'), join(tmpdir(), name), join('/tmp', name), join('/var/tmp', name)]
  for (const place of places) {
    if (Buffer.byteLength(place) > longestFolder) continue
    try {
      makePrivate(place, user)
      if (place !== places[0] && !canEnter(user, place)) continue
      if (isPrivate(place, user) && (await takesSockets(place))) return place
    } catch {
      // Not this place; the next one.
    }
  }
  return undefined
}

function makePrivate(place: string, user: PostgresUser): void {
  if (lstatSync(place, { throwIfNoEntry: false })) return
  mkdirSync(place, { mode: 0o700 })
  chmodSync(place, 0o700)
  if (user.lent) chownSync(place, user.uid, user.gid)
}

/** Anyone may have made a folder of this name below /tmp before us: it must be the account's own and closed. */
function isPrivate(place: string, user: PostgresUser): boolean {
  const found = lstatSync(place)
  return found.isDirectory() && found.uid === user.uid && (found.mode & 0o077) === 0
}

function takesSockets(place: string): Promise<boolean> {
  return new Promise((resolve) => {
    const trial = createServer()
    trial.once('error', () => resolve(false))
    trial.listen(join(place, `.try-${process.pid}`), () => trial.close(() => resolve(true)))
  })
}

/** A TCP port of this machine that is free at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const trial = createServer()
    trial.once('error', reject)
    trial.listen(0, '127.0.0.1', () => {
      const address = trial.address()
      trial.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
