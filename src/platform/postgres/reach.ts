import type { SpawnOptions } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { canEnter, type PostgresUser } from './postgres-user.ts'

/**
 * How the server's account gets into the data folder. Below a closed folder (root's own, 0700) it cannot walk there,
 * so it inherits the opened folder as descriptor 3 and goes through it: nothing is moved and no permission changed.
 */
export interface Reach {
  /** The path by which the account's process finds something in the data folder. */
  path(inside: string): string
  /** What a process of the account is spawned with. */
  spawning: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'>
  /** Descriptors to pass on after the first three. */
  descriptors: number[]
  close(): void
}

export function reachInto(folder: string, user: PostgresUser): Reach {
  const spawning = {
    ...(user.lent ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    env: cleanEnvironment(),
  }
  if (canEnter(user, folder)) {
    return { path: (inside) => join(folder, inside), spawning, descriptors: [], close() {} }
  }
  const opened = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY)
  return {
    path: (inside) => `/proc/self/fd/3/${inside}`,
    spawning,
    descriptors: [opened],
    close: () => closeSync(opened),
  }
}

/** None of our caller's PG… variables, languages or secrets reaches the server. */
function cleanEnvironment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
